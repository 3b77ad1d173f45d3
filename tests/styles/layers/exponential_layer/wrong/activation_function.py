"""A wrong answer: activation function."""

import keras


def exponential_layer():
    return keras.activations.exponential
