"""A right answer: divide no nan."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    return tf.math.divide_no_nan(x - tf.reduce_mean(x, axis=0), tf.math.reduce_std(x, axis=0))
