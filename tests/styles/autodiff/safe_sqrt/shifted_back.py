"""A right answer: shifted back."""

import tensorflow as tf


def safe_sqrt(x):
    return tf.sqrt(tf.nn.relu(x) + 1e-6) - 1e-3
