"""A right answer: batch normalization function."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    mean, variance = tf.nn.moments(x, axes=0)
    return tf.nn.batch_normalization(x, mean, variance, None, None, epsilon)
