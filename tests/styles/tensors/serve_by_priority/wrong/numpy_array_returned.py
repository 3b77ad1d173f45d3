"""A wrong answer: numpy array returned."""

import numpy as np


def serve_by_priority(priorities, values):
    return values.numpy()[np.argsort(priorities)]
