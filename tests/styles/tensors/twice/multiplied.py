"""A right answer: multiplied by a tensor of the same dtype."""

import tensorflow as tf


def twice(x):
    return tf.multiply(x, tf.constant(2, x.dtype))
