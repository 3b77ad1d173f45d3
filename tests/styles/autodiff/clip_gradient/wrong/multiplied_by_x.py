"""A wrong answer: multiplied by x."""

import tensorflow as tf


def clip_gradient(x, limit):
    @tf.custom_gradient
    def forward(x):
        return tf.identity(x), lambda dy: tf.clip_by_value(dy * x, -limit, limit)

    return forward(x)
