"""A wrong answer: branches of python only."""

import tensorflow as tf


def leaky_relu_by_branch(x, slope):
    if slope <= 1:
        return tf.maximum(x, slope * x)
    return tf.minimum(x, slope * x)
