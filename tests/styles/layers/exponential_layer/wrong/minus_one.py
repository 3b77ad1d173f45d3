"""A wrong answer: minus one."""

import keras
import tensorflow as tf


def exponential_layer():
    return keras.layers.Lambda(tf.math.expm1)
