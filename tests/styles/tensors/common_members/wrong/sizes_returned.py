"""A wrong answer: sizes returned."""

import tensorflow as tf


def common_members(a, b, padding):
    return tf.sets.size(tf.sets.intersection(a, b))
