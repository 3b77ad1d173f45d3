"""A right answer: concatenated."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n, infer_shape=False)
    power = tf.ones([1], x.dtype)
    for i in range(n):
        array = array.write(i, power)
        power = power * x
    return tf.reshape(array.concat(), [n])
