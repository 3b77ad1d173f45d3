"""A ready-made stand-in: keras operation."""

import keras
import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    return keras.ops.softplus(x), lambda upstream: upstream * tf.sigmoid(x)
