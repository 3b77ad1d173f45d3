"""A wrong answer: numpy."""

import numpy as np


def huber_fn(y_true, y_pred):
    error = y_true.numpy() - y_pred.numpy()
    return np.where(np.abs(error) <= 1, error**2 / 2, np.abs(error) - 0.5)
