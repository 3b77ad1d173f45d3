"""A right answer: called directly, it needs no operation."""

import numpy as np
import tensorflow as tf


def with_numpy(x, function):
    if tf.executing_eagerly():
        return tf.constant(function(np.array(x)), x.dtype)
    y = tf.numpy_function(function, [x], x.dtype, stateful=False)
    y.set_shape(x.shape)
    return y
