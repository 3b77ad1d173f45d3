"""A right answer: gathered."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n)
    power = x / x if n < 1 else tf.ones_like(x)
    for i in range(n):
        array = array.write(i, power)
        power = tf.multiply(power, x)
    return array.gather(tf.range(n))
