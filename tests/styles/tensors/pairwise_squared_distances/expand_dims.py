"""A right answer: expand dims."""

import tensorflow as tf


def pairwise_squared_distances(a, b):
    return tf.reduce_sum((tf.expand_dims(a, 1) - tf.expand_dims(b, 0)) ** 2, 2)
