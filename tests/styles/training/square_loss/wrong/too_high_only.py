"""A wrong answer: too high only."""

import tensorflow as tf


def square_loss(targets, predictions):
    return tf.reduce_mean(tf.square(tf.nn.relu(predictions - targets)))
