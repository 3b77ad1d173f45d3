"""A right answer: one written after another, the first one apart."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, size=n, clear_after_read=False).write(0, 1.0)
    for i in tf.range(1, n):
        array = array.write(i, x * array.read(i - 1))
    return array.stack()
