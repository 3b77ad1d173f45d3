"""A wrong answer: epsilon added afterwards."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    return (x - tf.reduce_mean(x, axis=0)) / tf.math.reduce_std(x, axis=0) + epsilon
