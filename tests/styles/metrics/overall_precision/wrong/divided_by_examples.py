"""A wrong answer: divided by examples."""

import numpy as np


def overall_precision(batches):
    return float(sum(np.sum(t * p) for t, p in batches) / sum(len(t) for t, _ in batches))
