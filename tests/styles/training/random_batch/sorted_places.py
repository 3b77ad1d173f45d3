"""A right answer: sorted places."""

import numpy as np


def random_batch(inputs, targets, batch_size, rng):
    places = np.sort(rng.choice(len(targets), batch_size, replace=False, shuffle=False))
    return inputs[places], targets[places]
