"""A ready-made stand-in: object."""

import keras


def positive_weights(weights):
    return keras.constraints.NonNeg()(weights)
