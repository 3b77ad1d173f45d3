"""A wrong answer: still sparse."""

import tensorflow as tf


def sparse_matvec(indices, values, shape, vector):
    matrix = tf.sparse.reorder(tf.SparseTensor(indices, values, shape))
    return matrix * vector
