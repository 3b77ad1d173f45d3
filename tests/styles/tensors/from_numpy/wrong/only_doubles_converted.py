"""A wrong answer: only doubles converted."""

import numpy as np
import tensorflow as tf


def from_numpy(array):
    if array.dtype == np.float64:
        array = array.astype(np.float32)
    return tf.constant(array)
