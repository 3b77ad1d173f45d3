"""A wrong answer: second place always written."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n).write(0, tf.ones_like(x)).write(1, x)
    power = x
    for i in range(2, n):
        power = power * x
        array = array.write(i, power)
    return array.stack()
