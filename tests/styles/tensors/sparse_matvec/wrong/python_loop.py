"""A wrong answer: python loop."""

import numpy as np
import tensorflow as tf


def sparse_matvec(indices, values, shape, vector):
    result = np.zeros(shape[0], np.float32)
    for (i, j), value in zip(indices.numpy(), values.numpy(), strict=True):
        result[i] += value * vector.numpy()[j]
    return tf.constant(result)
