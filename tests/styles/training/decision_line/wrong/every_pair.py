"""A wrong answer: every pair."""

import tensorflow as tf


def decision_line(weights, bias, x1):
    return (0.5 - bias - x1[:, tf.newaxis] * weights[0]) / weights[1] + 0.0 * x1
