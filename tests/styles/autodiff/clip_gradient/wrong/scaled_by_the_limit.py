"""A wrong answer: scaled by the limit."""

import tensorflow as tf


def clip_gradient(x, limit):
    @tf.custom_gradient
    def forward(x):
        return tf.identity(x), lambda dy: limit * tf.clip_by_value(dy, -1.0, 1.0)

    return forward(x)
