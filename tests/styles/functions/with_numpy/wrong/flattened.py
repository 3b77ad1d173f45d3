"""A wrong answer: the function sees a flat array."""

import tensorflow as tf


def with_numpy(x, function):
    y = tf.numpy_function(function, [tf.reshape(x, [-1])], x.dtype)
    return tf.ensure_shape(tf.reshape(y, tf.shape(x)), x.shape)
