"""A wrong answer: loop beside python."""

import tensorflow as tf


def square(i):
    return i * i


def sum_of_squares(n):
    total = tf.zeros_like(n)
    for i in tf.range(1, n + 1):
        total += tf.ensure_shape(tf.py_function(square, [i], n.dtype), [])
    return total
