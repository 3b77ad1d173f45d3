"""A right answer: indices not validated."""

import tensorflow as tf


def sparse_matvec(indices, values, shape, vector):
    sparse = tf.SparseTensor(indices, values, shape)
    return tf.tensordot(tf.sparse.to_dense(sparse, validate_indices=False), vector, 1)
