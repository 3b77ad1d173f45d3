"""A right answer: decorated."""

import tensorflow as tf


@tf.function
def collatz_length(n):
    length = tf.ones_like(n)
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        length = length + 1
    return length
