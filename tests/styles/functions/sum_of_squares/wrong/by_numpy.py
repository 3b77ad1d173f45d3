"""A wrong answer: by numpy."""

import numpy as np
import tensorflow as tf


def sum_of_squares(n):
    return tf.numpy_function(lambda n: np.sum(np.arange(n + 1) ** 2).astype(n.dtype), [n], n.dtype)
