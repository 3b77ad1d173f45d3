"""A wrong answer: the batch size is left open, and all else is fixed to rank two."""

import tensorflow as tf


def with_numpy(x, function):
    y = tf.numpy_function(function, [x], x.dtype)
    return tf.ensure_shape(y, [None, x.shape[-1]])
