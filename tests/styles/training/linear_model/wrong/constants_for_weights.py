"""A wrong answer: constants for weights."""

import tensorflow as tf


def linear_model(inputs, weights, bias):
    weights, bias = tf.constant(weights.numpy()), tf.constant(bias.numpy())
    return inputs @ weights + bias
