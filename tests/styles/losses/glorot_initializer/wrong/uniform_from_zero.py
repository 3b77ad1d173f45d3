"""A wrong answer: uniform from zero."""

import tensorflow as tf


def glorot_initializer(shape, dtype=None):
    s = (2.0 / (shape[0] + shape[1])) ** 0.5
    return tf.random.uniform(shape, 0.0, s * 12**0.5, dtype=dtype or tf.float32)
