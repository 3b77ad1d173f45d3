"""A right answer: tensor threshold."""

import tensorflow as tf


def create_huber(threshold=1.0):
    def huber_fn(y_true, y_pred):
        limit = tf.cast(threshold, y_pred.dtype)
        error = tf.cast(y_true, y_pred.dtype) - y_pred
        mask = tf.cast(tf.abs(error) <= limit, error.dtype)
        square = tf.square(error) / 2
        return mask * square + (1.0 - mask) * (limit * tf.abs(error) - tf.square(limit) / 2)

    return huber_fn
