"""A right answer: zero for the limit."""

import tensorflow as tf


@tf.custom_gradient
def clip_gradient(x, limit):
    def backward(upstream):
        return tf.clip_by_value(upstream, -limit, limit), tf.zeros_like(limit)

    return x, backward
