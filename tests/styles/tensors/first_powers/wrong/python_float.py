"""A wrong answer: python float."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(tf.float32, size=n)
    for i in range(n):
        array = array.write(i, float(x) ** i)
    return array.stack()
