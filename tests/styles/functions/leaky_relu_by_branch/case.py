"""A right answer: case."""

import tensorflow as tf


def leaky_relu_by_branch(x, slope):
    return tf.case([(x > 0, lambda: x)], default=lambda: slope * x)
