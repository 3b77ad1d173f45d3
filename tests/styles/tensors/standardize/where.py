"""A right answer: where."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    std = tf.math.reduce_std(x, axis=0)
    centred = tf.subtract(x, tf.math.reduce_mean(x, axis=0))
    return tf.where(
        std < epsilon, tf.zeros_like(x), centred / tf.where(std < epsilon, tf.ones_like(std), std)
    )
