"""A wrong answer: the function sees one row at a time."""

import tensorflow as tf


def with_numpy(x, function):
    def row(one):
        y = tf.numpy_function(function, [one], x.dtype)
        return tf.ensure_shape(y, one.shape)

    return tf.map_fn(row, x)
