"""A right answer: plain lists."""

import tensorflow as tf


def from_numpy(array):
    return tf.constant(array.tolist(), dtype="float32")
