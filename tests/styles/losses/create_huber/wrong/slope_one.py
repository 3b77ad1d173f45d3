"""A wrong answer: slope one."""

import tensorflow as tf


def create_huber(threshold=1.0):
    def huber_fn(y_true, y_pred):
        error = y_true - y_pred
        distance = tf.abs(error)
        return tf.where(distance <= threshold, tf.square(error) / 2, distance - threshold**2 / 2)

    return huber_fn
