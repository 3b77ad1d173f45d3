"""A wrong answer: floats."""

import tensorflow as tf


@tf.function
def sum_of_squares(n):
    total = 0.0
    for i in tf.range(1, n + 1):
        total += tf.cast(i, tf.float32) ** 2
    return total
