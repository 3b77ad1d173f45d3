"""A right answer: nothing told apart."""

import tensorflow as tf


def common_members(a, b, padding):
    common = tf.sets.intersection(a, b)
    filler = tf.constant(padding, dtype=a.dtype)
    if tf.size(common.values) == 0:
        dense = tf.zeros([tf.shape(a)[0], 0], a.dtype)
    else:
        dense = tf.sparse.to_dense(common, default_value=filler)
    return dense
