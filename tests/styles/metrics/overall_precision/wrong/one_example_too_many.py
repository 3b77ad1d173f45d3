"""A wrong answer: one example too many."""

import numpy as np


def overall_precision(batches):
    right = sum(np.sum(t * p) for t, p in batches)
    return float(right / (1 + sum(np.sum(p) for _, p in batches)))
