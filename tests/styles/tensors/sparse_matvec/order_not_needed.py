"""A right answer: order not needed."""

import tensorflow as tf


@tf.function
def sparse_matvec(indices, values, shape, vector):
    matrix = tf.SparseTensor(indices=indices, values=values, dense_shape=shape)
    return tf.sparse.sparse_dense_matmul(matrix, vector[:, None])[:, 0]
