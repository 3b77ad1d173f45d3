"""A right answer: data set."""

import tensorflow as tf


@tf.function
def sum_of_squares(n):
    numbers = tf.data.Dataset.range(1, tf.cast(n, tf.int64) + 1)
    return numbers.reduce(tf.constant(0, tf.int64), lambda total, i: total + i * i)
