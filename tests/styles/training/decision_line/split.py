"""A right answer: split."""

import tensorflow as tf


def decision_line(weights, bias, x1):
    w1, w2 = tf.split(weights, 2)
    heights = (0.5 - bias - w1[0] * x1) / w2[0]
    return tf.reshape(heights, tf.shape(x1))
