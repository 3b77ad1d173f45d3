"""A right answer: mask."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    rng = np.random.default_rng(seed)
    held_out = np.zeros(len(inputs), dtype=bool)
    held_out[rng.choice(len(inputs), int(fraction * len(inputs)), replace=False)] = True
    return (inputs[~held_out], targets[~held_out]), (inputs[held_out], targets[held_out])
