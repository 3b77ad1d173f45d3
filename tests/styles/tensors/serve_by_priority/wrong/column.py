"""A wrong answer: column."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    queue = tf.queue.PriorityQueue(len(priorities), [values.dtype], [(1,)])
    queue.enqueue_many((priorities, values[:, tf.newaxis]))
    return queue.dequeue_many(len(priorities))[1]
