"""A wrong answer: a graph for every number."""

import tensorflow as tf


@tf.function
def unrolled(n):
    count = tf.constant(1)
    while n > 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def collatz_length(n):
    return unrolled(int(n))
