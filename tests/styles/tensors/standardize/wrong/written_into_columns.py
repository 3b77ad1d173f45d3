"""A wrong answer: written into columns."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    for j in range(x.shape[1]):
        x[:, j] = (x[:, j] - tf.reduce_mean(x[:, j])) / (tf.math.reduce_std(x[:, j]) + epsilon)
    return x
