"""A wrong answer: seeded from outside."""

import numpy as np


def random_batch(inputs, targets, batch_size, rng):
    places = np.random.default_rng().integers(len(inputs), size=batch_size)
    return inputs[places], targets[places]
