"""A right answer: several halves at once."""

import tensorflow as tf


def collatz_length(n):
    count = tf.constant(1)
    while n > 1:
        while n % 2 == 0:
            n = n // 2
            count = count + 1
        if n > 1:
            n = 3 * n + 1
            count = count + 1
    return count
