"""A wrong answer: divided by examples only."""

import tensorflow as tf


def square_loss(targets, predictions):
    squares = tf.square(targets - predictions)
    return tf.reduce_sum(squares) / tf.cast(tf.shape(squares)[0], squares.dtype)
