"""A right answer: epsilon added."""

import keras
import tensorflow as tf


def ragged_row_means(ragged):
    counts = tf.cast(ragged.row_lengths(), ragged.dtype)
    return tf.reduce_sum(ragged, axis=1) / (counts + keras.config.epsilon())
