"""A wrong answer: bits read again."""

import numpy as np
import tensorflow as tf


def from_numpy(array):
    return tf.constant(array.view(np.float32))
