"""A wrong answer: strings share a graph."""

import numpy as np
import tensorflow as tf


def predict_traces(calls):
    keys = set()
    for x in calls:
        if isinstance(x, (tf.Tensor, np.ndarray, np.generic)):
            keys.add((tuple(x.shape), tf.as_dtype(x.dtype)))
        elif isinstance(x, str):
            keys.add(str)
        else:
            keys.add(x)
    return len(keys)
