"""A wrong answer: two loops."""

import tensorflow as tf


def pairwise_squared_distances(a, b):
    return tf.stack([tf.stack([tf.reduce_sum((p - q) ** 2) for q in b]) for p in a])
