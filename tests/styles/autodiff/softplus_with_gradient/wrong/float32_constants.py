"""A wrong answer: float32 constants."""

import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    zero = tf.constant(0.0)
    value = tf.maximum(x, zero) + tf.math.log1p(tf.exp(-tf.abs(x)))
    return value, lambda upstream: upstream * tf.sigmoid(x)
