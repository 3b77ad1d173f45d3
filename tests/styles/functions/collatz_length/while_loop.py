"""A right answer: while loop."""

import tensorflow as tf


def collatz_length(n):
    def step(n, count):
        return tf.where(n % 2 == 0, n // 2, 3 * n + 1), count + 1

    return tf.while_loop(lambda n, count: n > 1, step, (n, tf.constant(1)))[1]
