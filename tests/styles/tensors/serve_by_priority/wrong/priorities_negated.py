"""A wrong answer: priorities negated."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    queue = tf.queue.PriorityQueue(len(priorities), [values.dtype], [()])
    queue.enqueue_many(([-int(one) for one in priorities], values))
    return queue.dequeue_many(len(priorities))[1]
