"""A wrong answer: stops at two."""

import tensorflow as tf


@tf.function
def collatz_length(n):
    count = 1
    while n > 2:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count
