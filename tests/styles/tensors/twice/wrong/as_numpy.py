"""A wrong answer: a NumPy array."""

import tensorflow as tf


def twice(x):
    return 2 * x.numpy()
