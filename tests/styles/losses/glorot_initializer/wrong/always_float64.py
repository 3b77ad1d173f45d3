"""A wrong answer: always float64."""

import tensorflow as tf


def glorot_initializer(shape, dtype=None):
    s = (2.0 / (shape[0] + shape[1])) ** 0.5
    return tf.random.normal(shape, stddev=s, dtype=tf.float64)
