"""A right answer: two sided condition."""

import tensorflow as tf


def huber_fn(y_true, y_pred):
    error = tf.subtract(y_true, y_pred)
    inside = tf.logical_and(error >= -1.0, error <= 1.0)
    line = tf.where(error > 0, error, -error) - 1 / 2
    return tf.where(inside, tf.math.pow(error, 2) / 2, line)
