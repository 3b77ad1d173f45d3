"""A right answer: keras cond."""

import keras


def leaky_relu_by_branch(x, slope):
    return keras.ops.cond(x >= 0, lambda: x, lambda: x * slope)
