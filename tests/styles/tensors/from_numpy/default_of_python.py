"""A right answer: default of python."""

import tensorflow as tf


def from_numpy(array):
    return tf.constant(array, dtype=float)
