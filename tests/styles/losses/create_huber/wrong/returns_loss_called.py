"""A wrong answer: returns loss called."""

import tensorflow as tf


def create_huber(threshold=1.0):
    def huber_fn(y_true, y_pred):
        distance = tf.abs(y_true - y_pred)
        line = threshold * distance - threshold**2 / 2
        return tf.where(distance <= threshold, distance**2 / 2, line)

    huber_fn
