"""A wrong answer: arrays changed."""

import numpy as np


def mean_of_batch_precisions(batches):
    values = []
    for t, p in batches:
        positive = p.sum()
        p *= t
        values.append(p.sum() / positive if positive else 0.0)
    return float(np.mean(values))
