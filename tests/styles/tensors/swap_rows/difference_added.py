"""A right answer: difference added."""

import tensorflow as tf


def swap_rows(variable, i, j):
    difference = variable[j] - variable[i]
    variable.scatter_nd_add([[i], [j]], tf.stack([difference, -difference]))
