"""A wrong answer: branches swapped."""

import tensorflow as tf


def huber_fn(y_true, y_pred):
    error = y_true - y_pred
    return tf.where(tf.abs(error) > 1, tf.square(error) / 2, tf.abs(error) - 0.5)
