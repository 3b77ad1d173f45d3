"""A wrong answer: rectified."""

import tensorflow as tf


def stable_softplus(x):
    return tf.maximum(x, 0.0)
