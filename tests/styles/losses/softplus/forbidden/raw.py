"""A ready-made stand-in: raw."""

import tensorflow as tf


def softplus(z):
    return tf.raw_ops.Softplus(features=z)
