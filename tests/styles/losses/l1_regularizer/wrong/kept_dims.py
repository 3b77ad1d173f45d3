"""A wrong answer: kept dims."""

import tensorflow as tf


def l1_regularizer(weights):
    return 0.01 * tf.reduce_sum(tf.abs(weights), keepdims=True)
