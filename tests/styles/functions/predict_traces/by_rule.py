"""A right answer: by rule."""

import numpy as np
import tensorflow as tf


def predict_traces(calls):
    signatures = set()
    for x in calls:
        if isinstance(x, (tf.Tensor, np.ndarray, np.generic)):
            signatures.add(("tensor", tuple(x.shape), tf.as_dtype(x.dtype).name))
        else:
            signatures.add(("python", x))
    return len(signatures)
