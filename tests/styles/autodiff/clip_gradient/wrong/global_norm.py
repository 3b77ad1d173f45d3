"""A wrong answer: global norm."""

import tensorflow as tf


def clip_gradient(x, limit):
    @tf.custom_gradient
    def forward(x):
        return tf.identity(x), lambda dy: tf.clip_by_global_norm([dy], limit)[0][0]

    return forward(x)
