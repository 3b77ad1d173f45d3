"""A right answer: column of ones."""

import tensorflow as tf


def linear_model(inputs, weights, bias):
    ones = tf.ones_like(inputs[:, :1])
    return tf.concat([inputs, ones], axis=1) @ tf.concat([weights, bias[tf.newaxis]], axis=0)
