"""A wrong answer: formula."""

import tensorflow as tf


@tf.function
def sum_of_squares(n):
    return n * (n + 1) * (2 * n + 1) // 6
