"""A right answer: counted by hand."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    n = tf.cast(tf.shape(x)[0], x.dtype)
    mean = tf.reduce_sum(x, axis=0) / n
    variance = tf.reduce_sum((x - mean) ** 2, axis=0) / n
    return (x - mean) / (variance**0.5 + epsilon)
