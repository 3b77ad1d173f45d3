"""A wrong answer: sum in both places."""

import tensorflow as tf


def two_gradients(f, g, variable):
    with tf.GradientTape(persistent=True) as tape:
        values = [f(variable), g(variable)]
    return tuple(tape.gradient(values, [variable, variable]))
