"""A wrong answer: transposed."""

import tensorflow as tf


def example_gradients(f, variable):
    with tf.GradientTape() as tape:
        y = f(variable)
    return tf.transpose(tape.jacobian(y, variable))
