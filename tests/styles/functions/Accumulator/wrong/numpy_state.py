"""A wrong answer: a NumPy array as state."""

import numpy as np
import tensorflow as tf


class Accumulator:
    def __init__(self):
        self.total = np.zeros((), "float32")

    def __call__(self, x):
        self.total += x
        return tf.constant(self.total)
