"""A right answer: the tensor's array is handed over by hand."""

import tensorflow as tf


def with_numpy(x, function):
    def run(tensor):
        return tf.convert_to_tensor(function(tensor.numpy()))

    return tf.ensure_shape(tf.py_function(run, [x], x.dtype), x.shape)
