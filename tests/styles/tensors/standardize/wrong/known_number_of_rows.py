"""A wrong answer: known number of rows."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    n = x.shape[0]
    centred = x - tf.reduce_sum(x, axis=0) / n
    return centred / (tf.sqrt(tf.reduce_sum(tf.square(centred), axis=0) / n) + epsilon)
