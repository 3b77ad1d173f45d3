"""A right answer: keras ops."""

import keras


def positive_weights(weights):
    return keras.ops.clip(weights, 0.0, float("inf"))
