"""A wrong answer: numpy array."""

import numpy as np


def glorot_initializer(shape, dtype=None):
    s = (2.0 / (shape[0] + shape[1])) ** 0.5
    return np.random.normal(0.0, s, shape).astype(dtype or "float32")
