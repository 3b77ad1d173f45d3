"""A right answer: counted by ones."""

import tensorflow as tf


@tf.function
def ragged_row_means(ragged):
    ones = tf.ones_like(ragged)
    return tf.math.divide_no_nan(tf.reduce_sum(ragged, 1), tf.reduce_sum(ones, 1))
