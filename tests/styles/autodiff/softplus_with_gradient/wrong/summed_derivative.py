"""A wrong answer: summed derivative."""

import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    value = tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x)))
    return value, lambda upstream: tf.reduce_sum(upstream * tf.sigmoid(x))
