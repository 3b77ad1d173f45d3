"""A wrong answer: returns in the loop."""

import tensorflow as tf


def sum_of_squares(n):
    total = tf.zeros_like(n)
    for i in tf.range(1, n + 1):
        total += i * i
        if i > 20:
            break
    return total
