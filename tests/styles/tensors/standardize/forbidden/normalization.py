"""A ready-made stand-in: normalization."""

import keras


def standardize(x, epsilon=1e-7):
    layer = keras.layers.Normalization(axis=-1)
    layer.adapt(x)
    return layer(x)
