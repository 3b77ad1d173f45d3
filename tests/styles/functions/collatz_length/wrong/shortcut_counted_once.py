"""A wrong answer: shortcut counted once."""

import tensorflow as tf


def collatz_length(n):
    count = tf.constant(1)
    while n > 1:
        n = n // 2 if n % 2 == 0 else (3 * n + 1) // 2
        count += 1
    return count
