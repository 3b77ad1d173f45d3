"""A wrong answer: nothing between."""

import tensorflow as tf


def clip_gradient(x, limit):
    @tf.custom_gradient
    def forward(x):
        return tf.identity(x), lambda dy: limit * tf.sign(dy)

    return forward(x)
