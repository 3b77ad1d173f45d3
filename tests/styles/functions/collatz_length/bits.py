"""A right answer: bits."""

import tensorflow as tf


@tf.function
def collatz_length(n):
    count = 1
    while n > 1:
        odd = tf.bitwise.bitwise_and(n, 1)
        n = tf.bitwise.right_shift(n, 1) * (1 - odd) + (3 * n + 1) * odd
        count += 1
    return count
