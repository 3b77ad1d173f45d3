"""A right answer: stacked."""

import tensorflow as tf


def mixed_sum(values):
    return tf.reduce_sum(tf.stack([tf.cast(v, "float32") for v in values]))
