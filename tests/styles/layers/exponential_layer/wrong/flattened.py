"""A wrong answer: flattened."""

import keras


def exponential_layer():
    return keras.Sequential([keras.layers.Flatten(), keras.layers.Activation("exponential")])
