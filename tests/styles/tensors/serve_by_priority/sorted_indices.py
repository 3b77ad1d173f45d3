"""A right answer: sorted indices."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    return tf.gather(values, tf.argsort(priorities))
