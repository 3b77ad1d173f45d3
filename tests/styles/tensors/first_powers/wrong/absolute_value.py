"""A wrong answer: absolute value."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n)
    for i in range(n):
        array = array.write(i, tf.abs(x) ** i)
    return array.stack()
