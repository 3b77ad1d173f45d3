"""A right answer: nan replaced."""

import tensorflow as tf


def ragged_row_means(ragged):
    means = tf.reduce_mean(ragged, axis=1)
    return tf.where(tf.math.is_nan(means), tf.zeros_like(means), means)
