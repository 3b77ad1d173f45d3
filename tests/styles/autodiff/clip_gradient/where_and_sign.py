"""A right answer: where and sign."""

import tensorflow as tf


def clip_gradient(x, limit):
    @tf.custom_gradient
    def forward(x):
        def backward(dy):
            return tf.where(tf.abs(dy) > limit, tf.sign(dy) * tf.cast(limit, dy.dtype), dy)

        return 1 * x, backward

    return tf.function(forward)(x)
