"""A wrong answer: shuffled after the split."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    n_val = int(fraction * len(inputs))
    order = np.random.default_rng(seed).permutation(len(inputs) - n_val)
    return (inputs[:-n_val][order], targets[:-n_val][order]), (inputs[-n_val:], targets[-n_val:])
