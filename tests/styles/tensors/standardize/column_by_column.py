"""A right answer: column by column."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    columns = []
    for column in tf.unstack(x, axis=1):
        columns.append((column - tf.reduce_mean(column)) / (tf.math.reduce_std(column) + epsilon))
    return tf.stack(columns, axis=1)
