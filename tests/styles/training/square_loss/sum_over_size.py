"""A right answer: sum over size."""

import tensorflow as tf


def square_loss(targets, predictions):
    error = tf.subtract(predictions, targets)
    return tf.reduce_sum(error * error) / tf.cast(tf.size(error), error.dtype)
