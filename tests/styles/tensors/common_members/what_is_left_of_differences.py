"""A right answer: what is left of differences."""

import tensorflow as tf


def common_members(a, b, padding):
    only_a = tf.sets.difference(a, b)
    return tf.sparse.to_dense(tf.sets.difference(a, only_a), padding)
