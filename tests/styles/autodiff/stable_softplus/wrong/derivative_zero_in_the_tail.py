"""A wrong answer: derivative zero in the tail."""

import tensorflow as tf


@tf.custom_gradient
def stable_softplus(x):
    value = tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x)))
    return value, lambda upstream: upstream * (1.0 - 1.0 / (1.0 + tf.exp(x)))
