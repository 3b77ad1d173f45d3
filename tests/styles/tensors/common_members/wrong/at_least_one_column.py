"""A wrong answer: at least one column."""

import tensorflow as tf


def common_members(a, b, padding):
    common = tf.sets.intersection(a, b)
    dense = tf.sparse.to_dense(common, default_value=padding)
    if dense.shape[1] == 0:
        return tf.fill([a.shape[0], 1], padding)
    return dense
