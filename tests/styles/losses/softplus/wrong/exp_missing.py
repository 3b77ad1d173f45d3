"""A wrong answer: exp missing."""

import tensorflow as tf


def softplus(z):
    return tf.math.log(1.0 + z)
