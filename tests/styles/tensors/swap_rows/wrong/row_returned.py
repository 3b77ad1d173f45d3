"""A wrong answer: row returned."""

import tensorflow as tf


def swap_rows(variable, i, j):
    row = tf.identity(variable[i])
    variable[i].assign(variable[j])
    return variable[j].assign(row)
