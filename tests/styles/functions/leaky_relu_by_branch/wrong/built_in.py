"""A wrong answer: built in."""

import tensorflow as tf


def leaky_relu_by_branch(x, slope):
    return tf.nn.leaky_relu(x, alpha=slope)
