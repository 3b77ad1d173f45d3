"""A wrong answer: list emptied."""

import tensorflow as tf


def mixed_sum(values):
    total = tf.cast(values.pop(), tf.float32)
    while values:
        total += tf.cast(values.pop(), tf.float32)
    return total
