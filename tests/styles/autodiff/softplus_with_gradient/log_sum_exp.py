"""A right answer: log sum exp."""

import tensorflow as tf


def softplus_with_gradient(x):
    def forward(x):
        value = tf.reduce_logsumexp(tf.stack([x, tf.zeros_like(x)]), axis=0)
        return value, lambda dy: dy / (1.0 + tf.exp(-x))

    return tf.custom_gradient(forward)(x)
