"""A wrong answer: squared error."""

import tensorflow as tf


def huber_fn(y_true, y_pred):
    return tf.square(y_true - y_pred) / 2
