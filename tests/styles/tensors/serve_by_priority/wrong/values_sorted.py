"""A wrong answer: values sorted."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    return tf.sort(values)
