"""A wrong answer: numpy scalars by value."""

import numpy as np
import tensorflow as tf


def predict_traces(calls):
    keys = set()
    for x in calls:
        if isinstance(x, (tf.Tensor, np.ndarray)):
            keys.add((tuple(x.shape), tf.as_dtype(x.dtype)))
        else:
            keys.add(x)
    return len(keys)
