"""A wrong answer: sorted by row only."""

import tensorflow as tf


def sparse_matvec(indices, values, shape, vector):
    order = tf.argsort(indices[:, 0], stable=True)
    rows = tf.gather(indices, order)
    matrix = tf.SparseTensor(rows, tf.gather(values, order), shape)
    return tf.linalg.matvec(tf.sparse.to_dense(matrix), vector)
