"""A wrong answer: largest."""

import tensorflow as tf


def l1_regularizer(weights):
    return 0.01 * tf.reduce_max(tf.abs(weights))
