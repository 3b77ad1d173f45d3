"""A wrong answer: numpy floats are floats."""

import tensorflow as tf


def predict_traces(calls):
    keys = set()
    for x in calls:
        if isinstance(x, (int, float, str)):
            keys.add(x)
        else:
            keys.add((tuple(x.shape), tf.as_dtype(x.dtype)))
    return len(keys)
