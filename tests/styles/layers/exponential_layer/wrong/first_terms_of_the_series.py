"""A wrong answer: first terms of the series."""

import keras


def exponential_layer():
    return keras.layers.Lambda(lambda x: 1 + x + x**2 / 2 + x**3 / 6)
