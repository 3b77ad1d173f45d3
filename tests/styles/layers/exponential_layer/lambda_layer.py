"""A right answer: lambda layer."""

import keras
import tensorflow as tf


def exponential_layer():
    return keras.layers.Lambda(lambda x: tf.exp(x))
