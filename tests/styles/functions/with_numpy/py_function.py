"""A right answer: tf.py_function, and set_shape."""

import tensorflow as tf


def with_numpy(x, function):
    y = tf.py_function(func=function, inp=[x], Tout=x.dtype)
    y.set_shape(x.shape)
    return y
