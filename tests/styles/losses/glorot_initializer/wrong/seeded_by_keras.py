"""A wrong answer: seeded by keras."""

import keras


def glorot_initializer(shape, dtype=None):
    s = (2.0 / (shape[0] + shape[1])) ** 0.5
    return keras.random.normal(shape, stddev=s, dtype=dtype or "float32", seed=42)
