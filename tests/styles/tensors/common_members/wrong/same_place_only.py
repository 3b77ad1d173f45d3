"""A wrong answer: same place only."""

import tensorflow as tf


def common_members(a, b, padding):
    width = min(a.shape[1], b.shape[1])
    same = a[:, :width] == b[:, :width]
    return tf.ragged.boolean_mask(tf.sort(a[:, :width]), same).to_tensor(padding)
