"""A right answer: fillers sorted to the end."""

import tensorflow as tf


def common_members(a, b, padding):
    both = tf.reduce_any(tf.expand_dims(a, 2) == tf.expand_dims(b, 1), axis=2)
    counts = tf.reduce_sum(tf.cast(both, tf.int32), axis=1)
    width = tf.reduce_max(counts)
    members = tf.sort(tf.where(both, a, a.dtype.max), axis=1)[:, :width]
    return tf.where(tf.sequence_mask(counts, width), members, tf.cast(padding, a.dtype))
