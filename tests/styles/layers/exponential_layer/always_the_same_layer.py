"""A right answer: always the same layer."""

import keras
import tensorflow as tf

layer = keras.layers.Lambda(tf.exp)


def exponential_layer():
    return layer
