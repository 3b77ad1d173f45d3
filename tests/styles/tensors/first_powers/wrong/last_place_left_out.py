"""A wrong answer: last place left out."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n)
    power = tf.ones_like(x)
    for i in range(n - 1):
        array = array.write(i, power)
        power = power * x
    return array.stack()
