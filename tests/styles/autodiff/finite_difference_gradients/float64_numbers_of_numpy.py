"""A right answer: float64 numbers of numpy."""

import numpy as np


def finite_difference_gradients(f, point, epsilon=1e-6):
    x = np.asarray(point, "float64")
    grads = np.zeros_like(x)
    for i in range(x.size):
        moved = x.copy()
        moved[i] += epsilon
        grads[i] = (f(*moved) - f(*x)) / epsilon
    return list(grads)
