"""A wrong answer: targets flattened."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    order = np.random.default_rng(seed).permutation(len(inputs))
    targets = targets.ravel()
    n_val = int(fraction * len(inputs))
    val, train = order[:n_val], order[n_val:]
    return (inputs[train], targets[train]), (inputs[val], targets[val])
