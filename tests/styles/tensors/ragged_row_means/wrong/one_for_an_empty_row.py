"""A wrong answer: one for an empty row."""

import tensorflow as tf


def ragged_row_means(ragged):
    means = tf.reduce_mean(ragged, axis=1)
    return tf.where(tf.math.is_nan(means), tf.ones_like(means), means)
