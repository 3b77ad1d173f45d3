"""A right answer: numpy generator."""

import numpy as np
import tensorflow as tf


def glorot_initializer(shape, dtype=None):
    numbers = np.random.default_rng().normal(0, np.sqrt(2 / sum(shape)), shape)
    return tf.constant(numbers, dtype=dtype or "float32")
