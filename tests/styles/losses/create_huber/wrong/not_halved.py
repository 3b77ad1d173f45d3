"""A wrong answer: not halved."""

import tensorflow as tf


def create_huber(threshold=1.0):
    def huber_fn(y_true, y_pred):
        error = y_true - y_pred
        distance = tf.abs(error)
        return tf.where(
            distance <= threshold, tf.square(error), threshold * distance - threshold**2 / 2
        )

    return huber_fn
