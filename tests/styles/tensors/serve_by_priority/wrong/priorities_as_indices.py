"""A wrong answer: priorities as indices."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    return tf.gather(values, tf.cast(priorities, tf.int32) % len(values))
