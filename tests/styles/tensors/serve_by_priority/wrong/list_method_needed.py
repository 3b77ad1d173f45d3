"""A wrong answer: list method needed."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    order = [priorities.index(one) for one in sorted(priorities)]
    return tf.gather(values, order)
