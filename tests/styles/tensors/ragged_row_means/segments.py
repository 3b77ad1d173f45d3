"""A right answer: segments."""

import tensorflow as tf


def ragged_row_means(ragged):
    return tf.math.unsorted_segment_mean(ragged.values, ragged.value_rowids(), ragged.nrows())
