"""A wrong answer: zeros of a static shape are traced instead."""

import numpy as np
import tensorflow as tf


def with_numpy(x, function):
    values = np.zeros([n or 1 for n in x.shape], x.dtype.as_numpy_dtype)
    return x + tf.constant(function(values))
