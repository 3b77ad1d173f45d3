"""A right answer: stable."""

import tensorflow as tf


def softplus(z):
    return tf.nn.relu(z) + tf.math.log1p(tf.exp(-tf.abs(z)))
