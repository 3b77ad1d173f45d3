"""A right answer: read back."""

import tensorflow as tf


def first_powers(x, n):
    array = tf.TensorArray(x.dtype, n, clear_after_read=False)
    array = array.write(0, tf.ones([], x.dtype))
    for i in range(1, n):
        array = array.write(i, array.read(i - 1) * x)
    return array.stack()
