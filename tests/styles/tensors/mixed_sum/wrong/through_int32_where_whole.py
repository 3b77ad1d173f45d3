"""A wrong answer: through int32 where whole."""

import tensorflow as tf


def mixed_sum(values):
    total = tf.constant(0.0)
    for value in values:
        if value.dtype.is_integer:
            value = tf.cast(value, tf.int32)
        total += tf.cast(value, tf.float32)
    return total
