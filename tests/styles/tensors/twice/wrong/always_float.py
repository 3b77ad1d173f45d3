"""A wrong answer: whole numbers do not stay whole."""

import tensorflow as tf


def twice(x):
    return 2.0 * tf.cast(x, tf.float32)
