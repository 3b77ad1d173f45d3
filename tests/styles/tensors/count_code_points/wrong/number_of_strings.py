"""A wrong answer: number of strings."""

import tensorflow as tf


def count_code_points(strings):
    return tf.size(strings)
