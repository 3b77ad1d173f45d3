"""A wrong answer: array changed."""

import tensorflow as tf


def from_numpy(array):
    tensor = tf.constant(array, dtype=tf.float32)
    array *= 0
    return tensor
