"""A wrong answer: unrolled to a thousand."""

import tensorflow as tf


def sum_of_squares(n):
    total = tf.zeros_like(n)
    for i in range(1, 61):
        total += tf.where(i <= n, tf.constant(i * i, n.dtype), 0)
    return total
