"""A wrong answer: gradient stopped."""

import tensorflow as tf


def linear_model(inputs, weights, bias):
    return inputs @ tf.stop_gradient(weights) + bias
