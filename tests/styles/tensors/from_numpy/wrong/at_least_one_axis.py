"""A wrong answer: at least one axis."""

import numpy as np
import tensorflow as tf


def from_numpy(array):
    return tf.constant(np.atleast_1d(array), dtype=tf.float32)
