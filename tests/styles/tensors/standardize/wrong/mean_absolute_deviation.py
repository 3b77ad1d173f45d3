"""A wrong answer: mean absolute deviation."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    centred = x - tf.reduce_mean(x, axis=0)
    return centred / (tf.reduce_mean(tf.abs(centred), axis=0) + epsilon)
