"""A wrong answer: threshold too low."""

import tensorflow as tf


def stable_softplus(x):
    small = tf.where(x > 5.0, tf.zeros_like(x), x)
    return tf.where(x > 5.0, x, tf.math.log1p(tf.exp(small)))
