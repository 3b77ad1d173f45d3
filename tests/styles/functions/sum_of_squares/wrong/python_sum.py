"""A wrong answer: python sum."""

import tensorflow as tf


def sum_of_squares(n):
    return tf.cast(sum(i * i for i in range(1, int(n) + 1)), n.dtype)
