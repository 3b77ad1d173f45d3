"""A wrong answer: cast to double."""

import tensorflow as tf


def softplus(z):
    return tf.math.log(1.0 + tf.exp(tf.cast(z, tf.float64)))
