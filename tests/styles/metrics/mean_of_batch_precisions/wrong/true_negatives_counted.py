"""A wrong answer: true negatives counted."""

import numpy as np


def mean_of_batch_precisions(batches):
    return float(np.mean([np.sum(t == p) / max(np.sum(p), 1) for t, p in batches]))
