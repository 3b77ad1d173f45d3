"""A wrong answer: nothing returned."""

import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    def gradient(upstream):
        upstream * tf.sigmoid(x)

    return tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x))), gradient
