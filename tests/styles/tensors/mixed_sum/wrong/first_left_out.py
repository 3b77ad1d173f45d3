"""A wrong answer: first left out."""

import tensorflow as tf


def mixed_sum(values):
    total = tf.constant(0.0)
    for value in values[1:]:
        total += tf.cast(value, tf.float32)
    return total
