"""A right answer: by hand."""

import tensorflow as tf


def training_step(inputs, targets, weights, bias, learning_rate):
    error = inputs @ weights + bias - targets
    slope = 2.0 * error / tf.cast(tf.size(error), error.dtype)
    weights.assign_sub(learning_rate * (tf.transpose(inputs) @ slope))
    bias.assign_sub(learning_rate * tf.reduce_sum(slope, axis=0))
    return tf.reduce_mean(error**2)
