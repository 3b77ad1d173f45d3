"""A right answer: gradient of its own."""

import tensorflow as tf


@tf.custom_gradient
def stable_softplus(x):
    value = tf.nn.relu(x) + tf.math.log1p(tf.exp(-tf.abs(x)))
    return value, lambda upstream: upstream * tf.sigmoid(x)
