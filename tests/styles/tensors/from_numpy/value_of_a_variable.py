"""A right answer: value of a variable."""

import tensorflow as tf


def from_numpy(array):
    return tf.Variable(array, dtype=tf.float32).read_value()
