"""A wrong answer: the result is cast to float32."""

import tensorflow as tf


def with_numpy(x, function):
    y = tf.cast(tf.numpy_function(function, [x], x.dtype), tf.float32)
    return tf.ensure_shape(y, x.shape)
