"""A wrong answer: one number for all."""

import tensorflow as tf


def twice(x):
    return tf.reduce_sum(2 * x)
