"""A wrong answer: adjoint."""

import tensorflow as tf


def sparse_matvec(indices, values, shape, vector):
    matrix = tf.sparse.transpose(tf.sparse.reorder(tf.SparseTensor(indices, values, shape)))
    return tf.linalg.matvec(tf.sparse.to_dense(matrix), vector)
