"""A right answer: truncated."""

import math

import keras


def glorot_initializer(shape, dtype=None):
    fan_in, fan_out = shape
    deviation = math.sqrt(2 / (fan_in + fan_out)) / 0.87962566103423978
    return keras.random.truncated_normal(shape, stddev=deviation, dtype=dtype or "float32")
