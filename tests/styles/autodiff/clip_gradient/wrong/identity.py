"""A wrong answer: identity."""

import tensorflow as tf


def clip_gradient(x, limit):
    return tf.identity(x)
