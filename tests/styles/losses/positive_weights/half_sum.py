"""A right answer: half sum."""

import tensorflow as tf


def positive_weights(weights):
    return (weights + tf.abs(weights)) / 2
