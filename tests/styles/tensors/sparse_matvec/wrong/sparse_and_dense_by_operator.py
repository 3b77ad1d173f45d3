"""A wrong answer: sparse and dense by operator."""

import tensorflow as tf


def sparse_matvec(indices, values, shape, vector):
    matrix = tf.sparse.reorder(tf.SparseTensor(indices, values, shape))
    return matrix @ vector
