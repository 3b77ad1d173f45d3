"""A right answer: early return."""

import tensorflow as tf


@tf.function
def leaky_relu_by_branch(x, slope):
    if x > 0:
        return x
    return tf.constant(slope) * x
