"""A wrong answer: mean."""

import tensorflow as tf


def mixed_sum(values):
    return tf.reduce_mean([tf.cast(v, tf.float32) for v in values])
