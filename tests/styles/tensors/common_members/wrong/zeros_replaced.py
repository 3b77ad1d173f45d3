"""A wrong answer: zeros replaced."""

import tensorflow as tf


def common_members(a, b, padding):
    dense = tf.sparse.to_dense(tf.sets.intersection(a, b))
    return tf.where(dense > 0, dense, 0)
