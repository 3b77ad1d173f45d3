"""A right answer: branch by cond."""

import tensorflow as tf


def collatz_length(n):
    count = tf.constant(1, tf.int64)
    while tf.greater(n, 1):
        n = tf.cond(tf.math.floormod(n, 2) > 0, lambda: n * 3 + 1, lambda: n // 2)
        count += 1
    return count
