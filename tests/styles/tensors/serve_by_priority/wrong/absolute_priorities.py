"""A wrong answer: absolute priorities."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    return tf.gather(values, tf.argsort(tf.abs(priorities)))
