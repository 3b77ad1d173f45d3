"""A right answer: start of a permutation."""

import numpy as np


def random_batch(inputs, targets, batch_size, rng):
    order = rng.permutation(inputs.shape[0])[:batch_size]
    return np.take(inputs, order, axis=0), np.take(targets, order, axis=0)
