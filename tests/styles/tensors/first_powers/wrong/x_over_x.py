"""A wrong answer: x over x."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n)
    power = x / x
    for i in tf.range(n):
        array = array.write(i, power)
        power = power * x
    return array.stack()
