"""A right answer: limit as argument."""

import tensorflow as tf


@tf.custom_gradient
def clip_gradient(x, limit):
    def backward(upstream):
        return tf.clip_by_value(upstream, -limit, limit), None

    return tf.identity(x), backward
