"""A right answer: random numbers sorted."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    order = np.argsort(np.random.default_rng(seed).random(len(inputs)))
    n_val = int(np.ceil(fraction * len(inputs)))
    (val_x, x), (val_y, y) = np.split(inputs[order], [n_val]), np.split(targets[order], [n_val])
    return (x, y), (val_x, val_y)
