"""A ready-made stand-in: raw."""

import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    return tf.raw_ops.Softplus(features=x), lambda upstream: upstream * tf.sigmoid(x)
