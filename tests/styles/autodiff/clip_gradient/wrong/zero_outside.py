"""A wrong answer: zero outside."""

import tensorflow as tf


def clip_gradient(x, limit):
    @tf.custom_gradient
    def forward(x):
        return tf.identity(x), lambda dy: tf.where(tf.abs(dy) > limit, tf.zeros_like(dy), dy)

    return forward(x)
