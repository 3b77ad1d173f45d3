"""A wrong answer: squared each time."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n).write(0, tf.ones_like(x))
    power = x
    for i in range(1, n):
        array = array.write(i, power)
        power = power * power
    return array.stack()
