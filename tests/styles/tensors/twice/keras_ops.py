"""A right answer: Keras' operations."""

import keras


def twice(x):
    return keras.ops.multiply(x, 2)
