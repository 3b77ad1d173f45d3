"""A wrong answer: padding always minus one."""

import tensorflow as tf


def common_members(a, b, padding):
    return tf.sparse.to_dense(tf.sets.intersection(a, b), default_value=-1)
