"""A right answer: heap."""

import heapq

import tensorflow as tf


def serve_by_priority(priorities, values):
    heap = [(int(priority), i) for i, priority in enumerate(priorities)]
    heapq.heapify(heap)
    order = [heapq.heappop(heap)[1] for _ in range(len(heap))]
    return tf.gather(values, order)
