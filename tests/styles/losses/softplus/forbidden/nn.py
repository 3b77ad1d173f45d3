"""A ready-made stand-in: nn."""

import tensorflow as tf


def softplus(z):
    return tf.nn.softplus(z)
