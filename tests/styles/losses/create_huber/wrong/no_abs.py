"""A wrong answer: no abs."""

import tensorflow as tf


def create_huber(threshold=1.0):
    def huber_fn(y_true, y_pred):
        error = y_true - y_pred
        distance = tf.abs(error)
        return tf.where(
            error <= threshold, tf.square(error) / 2, threshold * distance - threshold**2 / 2
        )

    return huber_fn
