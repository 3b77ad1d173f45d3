"""A wrong answer: flat."""

import tensorflow as tf


def decision_line(weights, bias, x1):
    return (0.5 - bias[0] - weights[0, 0] * tf.reshape(x1, [-1])) / weights[1, 0]
