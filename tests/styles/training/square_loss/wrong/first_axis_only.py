"""A wrong answer: first axis only."""

import tensorflow as tf


def square_loss(targets, predictions):
    return tf.reduce_mean(tf.square(targets - predictions), axis=0)
