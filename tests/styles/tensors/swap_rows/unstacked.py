"""A right answer: unstacked."""

import tensorflow as tf


def swap_rows(variable, i, j):
    rows = tf.unstack(variable)
    rows[i], rows[j] = rows[j], rows[i]
    variable.assign(rows)
