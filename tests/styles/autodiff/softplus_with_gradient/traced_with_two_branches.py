"""A right answer: traced with two branches."""

import tensorflow as tf


@tf.custom_gradient
def inner(x):
    small = tf.exp(-tf.abs(x))

    def gradient(upstream):
        return tf.where(x >= 0, upstream / (1 + small), upstream * small / (1 + small))

    return tf.nn.relu(x) + tf.math.log1p(small), gradient


@tf.function
def softplus_with_gradient(x):
    return inner(x)
