"""A wrong answer: cumulative product."""

import tensorflow as tf


def first_powers(x, n):
    return tf.math.cumprod(tf.fill([n], x), exclusive=True)
