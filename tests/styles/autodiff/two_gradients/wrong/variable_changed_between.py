"""A wrong answer: variable changed between."""

import tensorflow as tf


def two_gradients(f, g, variable):
    with tf.GradientTape() as tape:
        y = f(variable)
    of_f = tape.gradient(y, variable)
    variable.assign_sub(0.1 * of_f)
    with tf.GradientTape() as tape:
        z = g(variable)
    return of_f, tape.gradient(z, variable)
