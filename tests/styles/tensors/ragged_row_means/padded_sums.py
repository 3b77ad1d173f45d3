"""A right answer: padded sums."""

import tensorflow as tf


def ragged_row_means(ragged):
    sums = tf.reduce_sum(ragged.to_tensor(), axis=1)
    counts = tf.cast(ragged.row_lengths(axis=1), sums.dtype)
    return tf.where(counts > 0, sums / tf.maximum(counts, 1.0), 0.0)
