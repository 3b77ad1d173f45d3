"""A wrong answer: running mean."""

import numpy as np


def mean_of_batch_precisions(batches):
    mean = None
    for t, p in batches:
        value = np.sum(t * p) / max(np.sum(p), 1)
        mean = value if mean is None else (mean + value) / 2
    return float(mean)
