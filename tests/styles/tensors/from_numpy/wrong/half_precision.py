"""A wrong answer: half precision."""

import tensorflow as tf


def from_numpy(array):
    return tf.cast(tf.cast(array, tf.float16), tf.float32)
