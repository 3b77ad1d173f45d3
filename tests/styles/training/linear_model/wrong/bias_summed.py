"""A wrong answer: bias summed."""

import tensorflow as tf


def linear_model(inputs, weights, bias):
    return inputs @ weights + tf.reduce_sum(bias)
