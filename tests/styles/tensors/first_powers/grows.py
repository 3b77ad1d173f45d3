"""A right answer: grows."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(dtype=x.dtype, size=0, dynamic_size=True, element_shape=())
    power = tf.constant(1.0, x.dtype)
    for _ in tf.range(n):
        array = array.write(array.size(), power)
        power = power * x
    return array.stack()
