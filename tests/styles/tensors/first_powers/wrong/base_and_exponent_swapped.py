"""A wrong answer: base and exponent swapped."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n)
    for i in range(n):
        array = array.write(i, tf.pow(tf.cast(i, x.dtype), x))
    return array.stack()
