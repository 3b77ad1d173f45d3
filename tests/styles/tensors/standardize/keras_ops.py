"""A right answer: keras ops."""

import keras


def standardize(x, epsilon=1e-7):
    mean = keras.ops.mean(x, axis=0, keepdims=True)
    std = keras.ops.std(x, axis=0, keepdims=True)
    return keras.ops.divide(x - mean, std + epsilon)
