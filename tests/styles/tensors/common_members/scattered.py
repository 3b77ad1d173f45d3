"""A right answer: scattered."""

import tensorflow as tf


def common_members(a, b, padding):
    common = tf.sets.intersection(a, b)
    dense = tf.fill(common.dense_shape, tf.cast(padding, a.dtype))
    return tf.tensor_scatter_nd_update(dense, common.indices, common.values)
