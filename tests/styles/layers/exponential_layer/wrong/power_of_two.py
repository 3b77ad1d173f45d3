"""A wrong answer: power of two."""

import keras


def exponential_layer():
    return keras.layers.Lambda(lambda x: 2.0**x)
