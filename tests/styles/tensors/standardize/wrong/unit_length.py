"""A wrong answer: unit length."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    return tf.math.l2_normalize(x - tf.reduce_mean(x, axis=0), axis=0)
