"""A right answer: sorted by python."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    numbers = [int(priority) for priority in priorities]
    order = sorted(range(len(numbers)), key=numbers.__getitem__)
    return tf.stack([values[i] for i in order])
