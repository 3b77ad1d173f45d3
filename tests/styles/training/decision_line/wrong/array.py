"""A wrong answer: array."""

import numpy as np


def decision_line(weights, bias, x1):
    w, b = np.array(weights), np.array(bias)
    return (0.5 - b[0] - w[0, 0] * np.array(x1)) / w[1, 0]
