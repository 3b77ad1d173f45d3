"""A wrong answer: numpy array."""

import numpy as np


def decode_and_reverse(strings):
    return np.array([one.decode("utf-8")[::-1].encode("utf-8") for one in strings.numpy()])
