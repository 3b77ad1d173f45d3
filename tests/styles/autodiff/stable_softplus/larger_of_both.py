"""A right answer: larger of both."""

import tensorflow as tf


@tf.function
def stable_softplus(x):
    larger, smaller = tf.maximum(x, tf.zeros_like(x)), tf.minimum(x, tf.zeros_like(x))
    return larger + tf.math.log1p(tf.math.exp(smaller - larger))
