"""A wrong answer: weights turned over."""

import tensorflow as tf


def linear_model(inputs, weights, bias):
    return inputs @ tf.transpose(weights) + bias
