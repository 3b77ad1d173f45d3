"""A wrong answer: masks."""

import tensorflow as tf


@tf.function
def leaky_relu_by_branch(x, slope):
    positive = tf.cast(x > 0, x.dtype)
    return positive * x + (1 - positive) * slope * x
