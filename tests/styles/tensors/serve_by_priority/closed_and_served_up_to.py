"""A right answer: closed and served up to."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    queue = tf.queue.PriorityQueue(len(priorities), [values.dtype], [[]])
    queue.enqueue_many([tf.constant(priorities, tf.int64), values])
    queue.close()
    _, served = queue.dequeue_up_to(len(priorities))
    return served
