"""A right answer: builtin sum."""

import tensorflow as tf


def mixed_sum(values):
    return sum(tf.cast(v, tf.float32) for v in values)
