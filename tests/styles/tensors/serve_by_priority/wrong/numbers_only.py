"""A wrong answer: numbers only."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    queue = tf.queue.PriorityQueue(len(priorities), [tf.float32], [()])
    queue.enqueue_many((priorities, tf.cast(values, tf.float32)))
    return queue.dequeue_many(len(priorities))[1]
