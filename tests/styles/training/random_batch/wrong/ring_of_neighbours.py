"""A wrong answer: ring of neighbours."""

import numpy as np


def random_batch(inputs, targets, batch_size, rng):
    places = (rng.integers(len(inputs)) + np.arange(batch_size)) % len(inputs)
    return inputs[places], targets[places]
