"""A wrong answer: columns shuffled."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    inputs = np.random.default_rng(seed).permuted(inputs, axis=0)
    order = np.random.default_rng(seed).permutation(len(inputs))
    n_val = int(fraction * len(inputs))
    val, train = order[:n_val], order[n_val:]
    return (inputs[train], targets[train]), (inputs[val], targets[val])
