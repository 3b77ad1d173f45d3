"""A wrong answer: axis kept."""

import tensorflow as tf


def ragged_row_means(ragged):
    counts = tf.cast(ragged.row_lengths(), ragged.dtype)[:, tf.newaxis]
    return tf.math.divide_no_nan(tf.reduce_sum(ragged, axis=1, keepdims=True), counts)
