"""A right answer: power of e."""

import math

import keras
import tensorflow as tf


def exponential_layer():
    return keras.layers.Lambda(lambda x: tf.pow(tf.cast(math.e, x.dtype), x))
