"""A wrong answer: unrolled by value."""

import tensorflow as tf


@tf.function
def unrolled(n, dtype):
    total = tf.constant(0, dtype)
    for i in range(1, n + 1):
        total += i * i
    return total


def sum_of_squares(n):
    return unrolled(int(n), n.dtype)
