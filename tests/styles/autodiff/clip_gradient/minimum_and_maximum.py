"""A right answer: minimum and maximum."""

import tensorflow as tf


def clip_gradient(x, limit):
    limit = tf.cast(limit, x.dtype)
    forward = tf.custom_gradient(
        lambda x: (x + 0, lambda dy: tf.maximum(tf.minimum(dy, limit), -limit))
    )
    return forward(x)
