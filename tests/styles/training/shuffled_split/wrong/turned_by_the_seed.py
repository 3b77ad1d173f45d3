"""A wrong answer: turned by the seed."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    inputs, targets = np.roll(inputs, 7 * seed, axis=0), np.roll(targets, 7 * seed, axis=0)
    n_val = int(fraction * len(inputs))
    return (inputs[n_val:], targets[n_val:]), (inputs[:n_val], targets[:n_val])
