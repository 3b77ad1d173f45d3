"""A ready-made stand-in: subclass."""

import keras


class AddGaussianNoise(keras.layers.GaussianNoise):
    pass
