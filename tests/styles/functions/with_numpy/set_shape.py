"""A right answer: tf.numpy_function, and set_shape."""

import tensorflow as tf


def with_numpy(x, function):
    y = tf.numpy_function(func=function, inp=[x], Tout=x.dtype)
    y.set_shape(x.get_shape())
    return y
