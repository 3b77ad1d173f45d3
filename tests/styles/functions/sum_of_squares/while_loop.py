"""A right answer: while loop."""

import tensorflow as tf


def sum_of_squares(n):
    one, zero = tf.ones_like(n), tf.zeros_like(n)
    _, total = tf.while_loop(
        lambda i, total: i <= n, lambda i, total: (i + 1, total + i * i), (one, zero)
    )
    return total
