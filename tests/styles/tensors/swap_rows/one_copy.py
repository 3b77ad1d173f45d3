"""A right answer: one copy."""

import tensorflow as tf


def swap_rows(variable, i, j):
    kept = tf.identity(variable[i, :])
    variable[i, :].assign(variable[j, :])
    variable[j, :].assign(kept)
