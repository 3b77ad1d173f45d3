"""A wrong answer: never converted."""

import tensorflow as tf


@tf.autograph.experimental.do_not_convert
def leaky_relu_by_branch(x, slope):
    if x > 0:
        return x
    return slope * x
