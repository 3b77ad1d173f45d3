"""A wrong answer: counts odd numbers only."""

import tensorflow as tf


@tf.function
def collatz_length(n):
    count = 1
    while n > 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
            count += 1
    return count
