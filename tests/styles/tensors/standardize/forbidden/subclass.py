"""A ready-made stand-in: subclass."""

import keras
import tensorflow as tf


class Mine(tf.keras.layers.Normalization):
    pass


def standardize(x, epsilon=1e-7):
    mine = Mine()
    mine.adapt(x)
    return mine(x)
