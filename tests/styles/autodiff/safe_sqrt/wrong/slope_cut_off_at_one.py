"""A wrong answer: slope cut off at one."""

import tensorflow as tf


@tf.custom_gradient
def safe_sqrt(x):
    root = tf.sqrt(tf.maximum(x, 0.0))
    return root, lambda upstream: upstream * tf.minimum(0.5 / (root + 1e-9), 1.0)
