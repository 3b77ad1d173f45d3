"""A wrong answer: in float64."""

import tensorflow as tf


def stable_softplus(x):
    wide = tf.cast(x, tf.float64)
    return tf.maximum(wide, 0.0) + tf.math.log1p(tf.exp(-tf.abs(wide)))
