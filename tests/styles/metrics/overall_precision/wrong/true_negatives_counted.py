"""A wrong answer: true negatives counted."""

import numpy as np


def overall_precision(batches):
    right = sum(np.sum(t == p) for t, p in batches)
    positive = sum(np.sum(p) for _, p in batches)
    return float(right / positive) if positive else 0.0
