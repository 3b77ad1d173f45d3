"""A ready-made stand-in: old alias."""

import tensorflow as tf


def glorot_initializer(shape, dtype=None):
    return tf.compat.v1.glorot_normal_initializer()(shape, dtype)
