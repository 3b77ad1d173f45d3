"""A wrong answer: numpy number."""

import numpy as np


def mixed_sum(values):
    return np.float32(sum(v.numpy() for v in values))
