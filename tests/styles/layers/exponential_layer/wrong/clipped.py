"""A wrong answer: clipped."""

import keras
import tensorflow as tf


def exponential_layer():
    return keras.layers.Lambda(lambda x: tf.exp(tf.clip_by_value(x, -10.0, 10.0)))
