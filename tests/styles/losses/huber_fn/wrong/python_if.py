"""A wrong answer: python if."""

import tensorflow as tf


def huber_fn(y_true, y_pred):
    error = y_true - y_pred
    if tf.reduce_all(tf.abs(error) <= 1):
        return tf.square(error) / 2
    return tf.abs(error) - 0.5
