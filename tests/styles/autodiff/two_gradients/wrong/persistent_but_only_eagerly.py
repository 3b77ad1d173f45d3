"""A wrong answer: persistent but only eagerly."""

import tensorflow as tf


def two_gradients(f, g, variable):
    v = tf.Variable(variable.numpy())
    with tf.GradientTape(persistent=True) as tape:
        y, z = f(v), g(v)
    return tape.gradient(y, v), tape.gradient(z, v)
