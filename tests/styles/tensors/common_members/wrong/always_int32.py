"""A wrong answer: always int32."""

import tensorflow as tf


def common_members(a, b, padding):
    common = tf.sets.intersection(tf.cast(a, tf.int32), tf.cast(b, tf.int32))
    return tf.sparse.to_dense(common, default_value=padding)
