"""A right answer: keras random."""

import keras


def glorot_initializer(shape, dtype="float32"):
    std = (2 / (shape[0] + shape[1])) ** 0.5
    return keras.random.normal(shape, 0.0, std, dtype=dtype)
