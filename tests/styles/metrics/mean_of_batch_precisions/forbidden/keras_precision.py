"""A ready-made stand-in: keras precision."""

import keras
import numpy as np


def mean_of_batch_precisions(batches):
    return float(np.mean([float(keras.metrics.Precision()(t, p)) for t, p in batches]))
