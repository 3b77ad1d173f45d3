"""A wrong answer: all for training."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    order = np.random.default_rng(seed).permutation(len(inputs))
    val = order[: int(fraction * len(inputs))]
    return (inputs, targets), (inputs[val], targets[val])
