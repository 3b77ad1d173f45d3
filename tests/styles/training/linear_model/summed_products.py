"""A right answer: summed products."""

import tensorflow as tf


def linear_model(inputs, weights, bias):
    products = inputs[:, :, tf.newaxis] * weights[tf.newaxis]
    return tf.reduce_sum(products, axis=1) + bias
