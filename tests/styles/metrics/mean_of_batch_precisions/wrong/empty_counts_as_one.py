"""A wrong answer: empty counts as one."""

import numpy as np


def mean_of_batch_precisions(batches):
    values = [np.sum(t * p) / np.sum(p) if np.any(p) else 1.0 for t, p in batches]
    return float(np.mean(values))
