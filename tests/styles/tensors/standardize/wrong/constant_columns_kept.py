"""A wrong answer: constant columns kept."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    std = tf.math.reduce_std(x, axis=0)
    return tf.where(std < epsilon, x, (x - tf.reduce_mean(x, axis=0)) / (std + epsilon))
