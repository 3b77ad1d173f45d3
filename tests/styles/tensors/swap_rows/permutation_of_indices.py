"""A right answer: permutation of indices."""

import tensorflow as tf


def swap_rows(variable, i, j):
    n = tf.shape(variable)[0]
    rows = tf.range(n)
    order = tf.where(rows == i, j, tf.where(rows == j, i, rows))
    variable.assign(tf.gather(variable.value(), order))
    return None
