"""A wrong answer: rotated."""

import tensorflow as tf


def swap_rows(variable, i, j):
    variable.assign(tf.roll(variable, shift=j - i, axis=0))
