"""A right answer: einsum."""

import tensorflow as tf


def linear_model(inputs, weights, bias):
    return tf.einsum("nd,dk->nk", inputs, weights) + bias
