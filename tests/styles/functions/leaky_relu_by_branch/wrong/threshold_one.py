"""A wrong answer: threshold one."""

import tensorflow as tf


def leaky_relu_by_branch(x, slope):
    return tf.cond(x > 1, lambda: x, lambda: slope * x)
