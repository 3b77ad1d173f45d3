"""A right answer: through ragged."""

import tensorflow as tf


def common_members(a, b, padding):
    common = tf.sets.intersection(a, b)
    return tf.RaggedTensor.from_sparse(common).to_tensor(default_value=padding)
