"""A wrong answer: absolute."""

import tensorflow as tf


def glorot_initializer(shape, dtype=None):
    s = (2.0 / (shape[0] + shape[1])) ** 0.5
    return tf.abs(tf.random.normal(shape, stddev=s, dtype=dtype or tf.float32))
