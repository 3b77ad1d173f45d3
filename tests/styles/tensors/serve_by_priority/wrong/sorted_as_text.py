"""A wrong answer: sorted as text."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    numbers = [str(int(one)) for one in priorities]
    order = sorted(range(len(numbers)), key=numbers.__getitem__)
    return tf.gather(values, order)
