"""A wrong answer: slope divides."""

import tensorflow as tf


def leaky_relu_by_branch(x, slope):
    if x > 0:
        return x
    return x / slope
