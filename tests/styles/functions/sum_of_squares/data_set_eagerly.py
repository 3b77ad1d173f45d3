"""A right answer: data set eagerly."""

import tensorflow as tf


def sum_of_squares(n):
    numbers = tf.data.Dataset.range(tf.cast(n, tf.int64) + 1)
    total = numbers.reduce(tf.constant(0, tf.int64), lambda total, i: total + i * i)
    return tf.cast(total, n.dtype)
