"""A wrong answer: added up."""

import tensorflow as tf


def swap_rows(variable, i, j):
    variable.scatter_nd_add([[i], [j]], tf.gather(variable, [j, i]))
