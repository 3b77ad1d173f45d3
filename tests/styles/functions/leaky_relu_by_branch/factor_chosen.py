"""A right answer: factor chosen."""

import tensorflow as tf


def leaky_relu_by_branch(x, slope):
    factor = tf.constant(1.0, x.dtype)
    if x < 0:
        factor = tf.cast(slope, x.dtype)
    return factor * x
