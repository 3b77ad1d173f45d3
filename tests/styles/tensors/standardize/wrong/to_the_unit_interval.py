"""A wrong answer: to the unit interval."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    low, high = tf.reduce_min(x, axis=0), tf.reduce_max(x, axis=0)
    return (x - low) / (high - low + epsilon)
