"""A wrong answer: inner function traced."""

import tensorflow as tf


def cube(x):
    @tf.function
    def inner(x):
        return x**3

    return inner(x)
