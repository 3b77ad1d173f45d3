"""A wrong answer: float32 only."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    n = tf.cast(tf.shape(x)[0], tf.float32)
    centred = x - tf.reduce_sum(x, axis=0) / n
    return centred / (tf.sqrt(tf.reduce_sum(tf.square(centred), axis=0) / n) + epsilon)
