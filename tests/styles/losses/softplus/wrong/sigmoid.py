"""A wrong answer: sigmoid."""

import tensorflow as tf


def softplus(z):
    return tf.sigmoid(z)
