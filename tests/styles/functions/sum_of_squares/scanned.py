"""A right answer: scanned."""

import tensorflow as tf


def sum_of_squares(n):
    numbers = tf.range(n + 1)
    return tf.scan(lambda total, i: total + i * i, numbers)[-1]
