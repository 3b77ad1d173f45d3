"""A wrong answer: exponential linear."""

import tensorflow as tf


def softplus(z):
    return tf.nn.elu(z)
