"""A right answer: while on data."""

import tensorflow as tf


def sum_of_squares(n):
    total = tf.cast(0, tf.int64)
    i = tf.cast(n, tf.int64)
    while i > 0:
        total += i * i
        i -= 1
    return total
