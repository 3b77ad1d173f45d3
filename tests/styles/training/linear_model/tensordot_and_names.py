"""A right answer: tensordot and names."""

import tensorflow as tf


def linear_model(inputs, weights, bias):
    scores = tf.tensordot(inputs, weights, axes=1)
    return tf.add(scores, bias)
