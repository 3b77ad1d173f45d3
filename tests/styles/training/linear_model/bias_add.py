"""A right answer: bias add."""

import tensorflow as tf


def linear_model(inputs, weights, bias):
    return tf.nn.bias_add(tf.linalg.matmul(inputs, weights), bias)
