"""A wrong answer: epsilon outside."""

import tensorflow as tf


def safe_sqrt(x):
    return tf.sqrt(tf.maximum(x, 0.0)) + 1e-6
