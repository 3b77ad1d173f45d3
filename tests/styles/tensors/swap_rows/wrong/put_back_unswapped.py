"""A wrong answer: put back unswapped."""

import tensorflow as tf


def swap_rows(variable, i, j):
    variable.scatter_nd_update([[i], [j]], tf.gather(variable, [i, j]))
