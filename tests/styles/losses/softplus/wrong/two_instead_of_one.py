"""A wrong answer: two instead of one."""

import tensorflow as tf


def softplus(z):
    return tf.math.log(2.0 + tf.exp(z))
