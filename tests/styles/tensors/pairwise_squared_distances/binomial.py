"""A right answer: binomial."""

import tensorflow as tf


def pairwise_squared_distances(a, b):
    left = tf.reduce_sum(a**2, axis=1, keepdims=True)
    right = tf.reduce_sum(b**2, axis=1)
    return left + right - 2 * a @ tf.transpose(b)
