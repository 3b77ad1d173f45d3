"""A wrong answer: squashed."""

import tensorflow as tf


def clip_gradient(x, limit):
    @tf.custom_gradient
    def forward(x):
        return tf.identity(x), lambda dy: limit * tf.tanh(dy / limit)

    return forward(x)
