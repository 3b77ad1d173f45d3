"""A right answer: changed copy assigned."""

import tensorflow as tf


def swap_rows(variable, i, j):
    if i == j:
        return
    old = variable.read_value()
    variable.assign(tf.tensor_scatter_nd_update(old, [[i], [j]], tf.gather(old, [j, i])))
