"""A right answer: indices in the queue."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    count = len(priorities)
    queue = tf.queue.PriorityQueue(count, types=tf.int32, shapes=())
    queue.enqueue_many((priorities, tf.range(count)))
    return tf.gather(values, queue.dequeue_many(count)[1])
