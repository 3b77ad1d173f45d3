"""A wrong answer: rank in place of shape."""

import numpy as np
import tensorflow as tf


def predict_traces(calls):
    keys = set()
    for x in calls:
        if isinstance(x, (tf.Tensor, np.ndarray, np.generic)):
            keys.add((len(x.shape), tf.as_dtype(x.dtype)))
        else:
            keys.add(x)
    return len(keys)
