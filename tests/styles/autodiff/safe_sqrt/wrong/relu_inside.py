"""A wrong answer: relu inside."""

import tensorflow as tf


def safe_sqrt(x):
    return tf.sqrt(tf.nn.relu(x))
