"""A wrong answer: two draws."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    rng, n = np.random.default_rng(seed), len(inputs)
    n_val = int(fraction * n)
    val = rng.choice(n, n_val, replace=False)
    train = rng.choice(n, n - n_val, replace=False)
    return (inputs[train], targets[train]), (inputs[val], targets[val])
