"""A right answer: counted in a union."""

import tensorflow as tf


@tf.function
def common_members(a, b, padding):
    together = tf.sort(tf.concat([a, b], axis=1), axis=1)
    twice = together[:, 1:] == together[:, :-1]
    return tf.ragged.boolean_mask(together[:, 1:], twice).to_tensor(padding)
