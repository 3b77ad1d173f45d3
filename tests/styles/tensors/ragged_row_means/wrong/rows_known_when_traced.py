"""A wrong answer: rows known when traced."""

import tensorflow as tf


def ragged_row_means(ragged):
    sums = tf.reduce_sum(ragged, axis=1)
    means = []
    for i in range(ragged.shape[0]):
        count = tf.cast(ragged.row_lengths()[i], ragged.dtype)
        means.append(tf.math.divide_no_nan(sums[i], count))
    return tf.stack(means)
