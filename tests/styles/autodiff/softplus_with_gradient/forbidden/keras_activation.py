"""A ready-made stand-in: keras activation."""

import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    return tf.keras.activations.softplus(x), lambda upstream: upstream * tf.sigmoid(x)
