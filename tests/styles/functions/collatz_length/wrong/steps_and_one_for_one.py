"""A wrong answer: steps and one for one."""

import tensorflow as tf


def collatz_length(n):
    steps = tf.constant(0)
    while n > 1:
        n = tf.cond(n % 2 == 0, lambda: n // 2, lambda: 3 * n + 1)
        steps += 1
    return tf.maximum(steps, 1)
