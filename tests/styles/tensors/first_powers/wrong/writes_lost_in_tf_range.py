"""A wrong answer: writes lost in tf range."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n)
    power = tf.ones_like(x)
    for i in tf.range(n):
        array.write(i, power)
        power = power * x
    return array.stack()
