"""A wrong answer: derivative of the sigmoid."""

import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    value = tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x)))
    slope = tf.sigmoid(x)
    return value, lambda upstream: upstream * slope * (1.0 - slope)
