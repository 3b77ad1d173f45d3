"""A right answer: segments."""

import tensorflow as tf


def sparse_matvec(indices, values, shape, vector):
    rows, columns = indices[:, 0], indices[:, 1]
    return tf.math.unsorted_segment_sum(values * tf.gather(vector, columns), rows, shape[0])
