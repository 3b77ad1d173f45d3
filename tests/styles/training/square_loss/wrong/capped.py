"""A wrong answer: capped."""

import tensorflow as tf


def square_loss(targets, predictions):
    return tf.reduce_mean(tf.minimum(tf.square(targets - predictions), 100.0))
