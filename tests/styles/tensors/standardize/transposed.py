"""A right answer: transposed."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    columns = tf.transpose(x)
    columns -= tf.reduce_mean(columns, axis=1, keepdims=True)
    columns *= tf.math.rsqrt(tf.math.reduce_variance(columns, axis=1, keepdims=True) + epsilon**2)
    return tf.transpose(columns)
