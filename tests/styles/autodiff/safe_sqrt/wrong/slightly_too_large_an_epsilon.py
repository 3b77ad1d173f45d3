"""A wrong answer: slightly too large an epsilon."""

import tensorflow as tf


def safe_sqrt(x):
    return tf.sqrt(tf.maximum(x, 0.0) + 1e-4) - 1e-2
