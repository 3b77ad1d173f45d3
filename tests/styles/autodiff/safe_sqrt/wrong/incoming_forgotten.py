"""A wrong answer: incoming forgotten."""

import tensorflow as tf


@tf.custom_gradient
def safe_sqrt(x):
    root = tf.sqrt(tf.maximum(x, 0.0))
    return root, lambda upstream: 0.5 / tf.maximum(root, 1e-3)
