"""A wrong answer: targets as whole numbers."""

import tensorflow as tf


def square_loss(targets, predictions):
    targets = tf.cast(tf.cast(targets, tf.int32), predictions.dtype)
    return tf.reduce_mean(tf.square(targets - predictions))
