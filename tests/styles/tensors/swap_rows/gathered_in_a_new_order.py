"""A right answer: gathered in a new order."""

import tensorflow as tf


def swap_rows(variable, i, j):
    order = list(range(variable.shape[0]))
    order[i], order[j] = order[j], order[i]
    variable.assign(tf.gather(variable, order))
