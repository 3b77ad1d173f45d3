"""A wrong answer: changed copy dropped."""

import tensorflow as tf


def swap_rows(variable, i, j):
    tf.tensor_scatter_nd_update(variable, [[i], [j]], tf.gather(variable, [j, i]))
