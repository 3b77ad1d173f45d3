"""A right answer: central in numpy."""

import numpy as np


def finite_difference_gradients(f, point, epsilon=1e-6):
    w = np.array(point, dtype=np.float64)
    slopes = []
    for step in np.eye(len(w)) * epsilon:
        slopes.append(float((f(*(w + step)) - f(*(w - step))) / (2 * epsilon)))
    return slopes
