"""A wrong answer: thirty two bits."""

import tensorflow as tf


@tf.function
def sum_of_squares(n):
    n = tf.cast(n, tf.int32)
    total = 0
    for i in tf.range(1, n + 1):
        total += i * i
    return total
