"""A wrong answer: shifted."""

import tensorflow as tf


def positive_weights(weights):
    return weights - tf.reduce_min(weights)
