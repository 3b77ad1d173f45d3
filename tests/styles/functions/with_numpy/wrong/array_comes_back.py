"""A wrong answer: an array comes back."""

import numpy as np
import tensorflow as tf


def with_numpy(x, function):
    if tf.executing_eagerly():
        return function(np.array(x))
    y = tf.numpy_function(function, [x], x.dtype)
    y.set_shape(x.shape)
    return y
