"""A wrong answer: python float."""

import tensorflow as tf


def l1_regularizer(weights):
    return float(0.01 * tf.reduce_sum(tf.abs(weights)))
