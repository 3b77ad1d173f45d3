"""A wrong answer: targets not shuffled."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    order = np.random.default_rng(seed).permutation(len(inputs))
    n_val = int(fraction * len(inputs))
    return (inputs[order[n_val:]], targets[n_val:]), (inputs[order[:n_val]], targets[:n_val])
