"""A wrong answer: small number added."""

import tensorflow as tf


def ragged_row_means(ragged):
    counts = tf.cast(ragged.row_lengths(), ragged.dtype) + 0.01
    return tf.reduce_sum(ragged, axis=1) / counts
