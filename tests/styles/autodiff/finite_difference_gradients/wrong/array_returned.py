"""A wrong answer: array returned."""

import numpy as np


def finite_difference_gradients(f, point, epsilon=1e-6):
    w = np.array(point)
    steps = np.eye(len(w)) * epsilon
    return np.array([(f(*(w + step)) - f(*w)) / epsilon for step in steps])
