"""A wrong answer: halved."""

import tensorflow as tf


def l1_regularizer(weights):
    return 0.005 * tf.reduce_sum(tf.abs(weights))
