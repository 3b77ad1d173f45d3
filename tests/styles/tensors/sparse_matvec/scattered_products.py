"""A right answer: scattered products."""

import tensorflow as tf


def sparse_matvec(indices, values, shape, vector):
    m, n = shape
    products = values * tf.gather_nd(vector, indices[:, 1:])
    return tf.scatter_nd(indices[:, :1], products, [m])
