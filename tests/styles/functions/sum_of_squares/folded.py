"""A right answer: folded."""

import tensorflow as tf


def sum_of_squares(n):
    return tf.foldl(
        lambda total, i: total + tf.square(i), tf.range(1, n + 1), initializer=tf.zeros_like(n)
    )
