"""A right answer: gathered."""

import tensorflow as tf


def decision_line(weights, bias, x1):
    w1, w2, b = tf.gather(weights, 0), tf.gather(weights, 1), bias
    return (tf.constant(0.5, x1.dtype) - b) / w2 - x1 * w1 / w2
