"""A wrong answer: last one left in the queue."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    queue = tf.queue.PriorityQueue(len(priorities), [values.dtype], [()])
    queue.enqueue_many((priorities, values))
    return queue.dequeue_many(len(priorities) - 1)[1]
