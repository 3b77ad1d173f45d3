"""A right answer: unstacked."""

import tensorflow as tf


def decision_line(weights, bias, x1):
    w1, w2 = tf.unstack(tf.reshape(weights, [2]))
    return tf.divide(0.5 - tf.squeeze(bias) - tf.multiply(w1, x1), w2)
