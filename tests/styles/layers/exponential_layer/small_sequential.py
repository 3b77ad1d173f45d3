"""A right answer: small sequential."""

import keras


def exponential_layer():
    return keras.Sequential([keras.layers.Activation(keras.activations.exponential)])
