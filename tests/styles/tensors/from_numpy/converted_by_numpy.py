"""A right answer: converted by numpy."""

import numpy as np
import tensorflow as tf


def from_numpy(array):
    return tf.constant(array.astype(np.float32))
