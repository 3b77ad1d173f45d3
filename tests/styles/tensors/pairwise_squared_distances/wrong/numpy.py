"""A wrong answer: numpy."""

import numpy as np
import tensorflow as tf


def pairwise_squared_distances(a, b):
    a, b = np.asarray(a), np.asarray(b)
    return tf.constant(((a[:, None] - b[None]) ** 2).sum(-1))
