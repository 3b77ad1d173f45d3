"""A wrong answer: the sign is lost."""

import tensorflow as tf


def twice(x):
    return 2 * tf.abs(x)
