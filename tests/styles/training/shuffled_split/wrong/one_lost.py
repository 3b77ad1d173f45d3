"""A wrong answer: one lost."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    order = np.random.default_rng(seed).permutation(len(inputs))
    n_val = int(fraction * len(inputs))
    val, train = order[:n_val], order[n_val + 1 :]
    return (inputs[train], targets[train]), (inputs[val], targets[val])
