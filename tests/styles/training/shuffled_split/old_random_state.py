"""A right answer: old random state."""

import numpy as np


def shuffled_split(inputs, targets, fraction, seed):
    order = np.arange(len(inputs))
    np.random.RandomState(seed).shuffle(order)
    split = int(len(inputs) * (1 - fraction))
    train, val = order[:split], order[split:]
    return [[inputs[train], targets[train]], [inputs[val], targets[val]]]
