"""A wrong answer: fixed number of rounds."""

import tensorflow as tf


def collatz_length(n):
    count = tf.constant(1)
    for _ in tf.range(110):
        if n > 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            count += 1
    return count
