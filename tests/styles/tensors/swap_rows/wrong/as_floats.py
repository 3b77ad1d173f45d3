"""A wrong answer: as floats."""

import tensorflow as tf


def swap_rows(variable, i, j):
    rows = tf.cast(tf.gather(variable, [j, i]), tf.float32)
    variable.scatter_nd_update([[i], [j]], rows)
