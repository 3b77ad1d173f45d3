"""A wrong answer: as wide as the narrower."""

import tensorflow as tf


def common_members(a, b, padding):
    width = min(a.shape[1], b.shape[1])
    common = tf.RaggedTensor.from_sparse(tf.sets.intersection(a, b))
    return common.to_tensor(padding, shape=[None, width])
