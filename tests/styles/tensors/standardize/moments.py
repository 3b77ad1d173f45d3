"""A right answer: moments."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    mean, variance = tf.nn.moments(x, axes=[0])
    return (x - mean) / tf.sqrt(variance + epsilon)
