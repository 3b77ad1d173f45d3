"""A right answer: indexed slices."""

import tensorflow as tf


def swap_rows(variable, i, j):
    rows = tf.gather(variable, [j, i])
    variable.scatter_update(tf.IndexedSlices(rows, [i, j]))
