"""A right answer: without pfor."""

import tensorflow as tf


def example_gradients(f, variable):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(variable)
        y = f(variable)
    return tape.jacobian(
        y, variable, unconnected_gradients=tf.UnconnectedGradients.ZERO, experimental_use_pfor=False
    )
