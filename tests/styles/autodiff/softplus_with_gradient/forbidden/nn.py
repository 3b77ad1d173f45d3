"""A ready-made stand-in: nn."""

import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    return tf.nn.softplus(x), lambda upstream: upstream * tf.sigmoid(x)
