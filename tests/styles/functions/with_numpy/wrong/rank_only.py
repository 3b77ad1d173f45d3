"""A wrong answer: the rank alone is kept."""

import tensorflow as tf


def with_numpy(x, function):
    y = tf.numpy_function(function, [x], x.dtype)
    y.set_shape([None] * x.shape.rank)
    return y
