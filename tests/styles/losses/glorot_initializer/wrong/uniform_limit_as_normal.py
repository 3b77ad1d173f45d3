"""A wrong answer: uniform limit as normal."""

import tensorflow as tf


def glorot_initializer(shape, dtype=None):
    s = (2.0 / (shape[0] + shape[1])) ** 0.5
    return tf.random.uniform(shape, -s, s, dtype=dtype or tf.float32)
