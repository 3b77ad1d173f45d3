"""A wrong answer: return in the loop."""

import numpy as np


def mean_of_batch_precisions(batches):
    values = []
    for t, p in batches:
        values.append(np.sum(t * p) / max(np.sum(p), 1))
        return float(np.mean(values))
