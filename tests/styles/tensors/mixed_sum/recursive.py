"""A right answer: recursive."""

import tensorflow as tf


def mixed_sum(values):
    first = tf.cast(values[0], tf.float32)
    return first if len(values) == 1 else first + mixed_sum(values[1:])
