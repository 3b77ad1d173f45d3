"""A wrong answer: value for derivative."""

import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    value = tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x)))
    return value, lambda upstream: upstream * value
