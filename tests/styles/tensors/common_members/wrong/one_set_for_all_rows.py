"""A wrong answer: one set for all rows."""

import tensorflow as tf


def common_members(a, b, padding):
    common = tf.sets.intersection(tf.reshape(a, [1, -1]), tf.reshape(b, [1, -1]))
    return tf.sparse.to_dense(common, default_value=padding)
