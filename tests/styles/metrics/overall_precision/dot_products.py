"""A right answer: dot products."""

import numpy as np


def overall_precision(batches):
    right = positive = 0
    for y_true, y_pred in batches:
        right += y_true @ y_pred
        positive += np.count_nonzero(y_pred)
    return np.divide(right, max(positive, 1))
