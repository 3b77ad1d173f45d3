"""A right answer: gradient of its own."""

import tensorflow as tf


@tf.custom_gradient
def safe_sqrt(x):
    root = tf.sqrt(tf.nn.relu(x))

    def gradient(upstream):
        return upstream * 0.5 / tf.maximum(root, 1e-3)

    return root, gradient
