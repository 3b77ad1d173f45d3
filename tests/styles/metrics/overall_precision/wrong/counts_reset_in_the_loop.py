"""A wrong answer: counts reset in the loop."""

import numpy as np


def overall_precision(batches):
    for t, p in batches:
        right, positive = 0, 0
        right += np.sum(t * p)
        positive += np.sum(p)
    return float(right / positive) if positive else 0.0
