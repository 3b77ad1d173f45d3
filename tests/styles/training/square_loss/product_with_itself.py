"""A right answer: product with itself."""

import tensorflow as tf


def square_loss(targets, predictions):
    error = tf.reshape(targets - predictions, [-1])
    return tf.tensordot(error, error, axes=1) / tf.cast(tf.shape(error)[0], error.dtype)
