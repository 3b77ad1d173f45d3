"""A wrong answer: every pair."""

import tensorflow as tf


def square_loss(targets, predictions):
    targets, predictions = tf.reshape(targets, [-1, 1]), tf.reshape(predictions, [1, -1])
    return tf.reduce_mean(tf.square(targets - predictions))
