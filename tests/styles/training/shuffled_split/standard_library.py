"""A right answer: standard library."""

import math
import random


def shuffled_split(inputs, targets, fraction, seed):
    places = list(range(len(inputs)))
    random.Random(seed).shuffle(places)
    n_val = math.floor(fraction * len(places))
    val, train = sorted(places[:n_val]), sorted(places[n_val:])
    return (inputs[train], targets[train]), (inputs[val], targets[val])
