"""A right answer: traced itself."""

import tensorflow as tf


@tf.function
def with_numpy(x, function):
    (y,) = tf.numpy_function(function, [x], [x.dtype])
    y = tf.reshape(y, tf.shape(x))
    return tf.ensure_shape(y, x.shape)
