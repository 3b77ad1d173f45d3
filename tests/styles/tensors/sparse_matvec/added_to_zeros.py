"""A right answer: added to zeros."""

import tensorflow as tf


def sparse_matvec(indices, values, shape, vector):
    result = tf.zeros((shape[0],), dtype=vector.dtype)
    products = tf.multiply(values, tf.gather(vector, indices[:, 1]))
    return tf.tensor_scatter_nd_add(result, tf.expand_dims(indices[:, 0], -1), products)
