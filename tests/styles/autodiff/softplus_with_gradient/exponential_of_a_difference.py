"""A right answer: exponential of a difference."""

import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    large = x > 50.0
    value = tf.where(large, x, tf.math.log1p(tf.exp(tf.where(large, 0.0 * x, x))))
    return value, lambda upstream: upstream * tf.exp(x - value)
