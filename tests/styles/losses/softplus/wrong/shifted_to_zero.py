"""A wrong answer: shifted to zero."""

import tensorflow as tf


def softplus(z):
    return tf.math.log(1.0 + tf.exp(z)) - tf.math.log(2.0)
