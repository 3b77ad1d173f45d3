"""A right answer: relu."""

import tensorflow as tf


def positive_weights(weights):
    return tf.nn.relu(weights)
