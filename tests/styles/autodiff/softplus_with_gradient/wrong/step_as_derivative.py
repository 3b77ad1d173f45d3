"""A wrong answer: step as derivative."""

import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    value = tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x)))
    return value, lambda upstream: upstream * tf.cast(x > 0.0, x.dtype)
