"""A wrong answer: bias for each example."""

import tensorflow as tf


def linear_model(inputs, weights, bias):
    return inputs @ weights + bias[:, tf.newaxis]
