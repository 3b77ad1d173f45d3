"""A wrong answer: pixels scaled."""

import numpy as np
import tensorflow as tf


def from_numpy(array):
    tensor = tf.cast(array, tf.float32)
    if array.dtype == np.uint8:
        tensor = tensor / 255.0
    return tensor
