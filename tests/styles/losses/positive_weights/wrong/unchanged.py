"""A wrong answer: unchanged."""

import tensorflow as tf


def positive_weights(weights):
    return tf.convert_to_tensor(weights)
