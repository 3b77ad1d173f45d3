"""A ready-made stand-in: layer."""

import keras
import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    return keras.layers.Activation("softplus")(x), lambda upstream: upstream * tf.sigmoid(x)
