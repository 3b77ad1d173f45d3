"""A wrong answer: added to weights."""

import tensorflow as tf


def l1_regularizer(weights):
    return weights + 0.01 * tf.reduce_sum(tf.abs(weights))
