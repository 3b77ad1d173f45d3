"""A right answer: product of a list."""

import keras
import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n)
    for exponent in range(n):
        array = array.write(exponent, keras.ops.prod(tf.repeat(x, exponent)))
    return array.stack()
