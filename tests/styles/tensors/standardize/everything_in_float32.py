"""A right answer: everything in float32."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    x = tf.cast(x, tf.float32)
    mean, variance = tf.nn.moments(x, [0], keepdims=True)
    return (x - mean) / (tf.sqrt(variance) + tf.cast(epsilon, tf.float32))
