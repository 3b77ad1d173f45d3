"""A ready-made stand-in: batch normalization."""

import keras


def standardize(x, epsilon=1e-7):
    layer = keras.layers.BatchNormalization(center=False, scale=False, epsilon=epsilon)
    return layer(x, training=True)
