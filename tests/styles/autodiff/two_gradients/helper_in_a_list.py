"""A right answer: helper in a list."""

import tensorflow as tf


def _gradient(function, v):
    with tf.GradientTape() as tape:
        tape.watch(v)
        value = function(v)
    return tape.gradient(value, v)


def two_gradients(f, g, variable):
    return [_gradient(function, variable) for function in (f, g)]
