"""A wrong answer: sum repeated."""

import tensorflow as tf


def example_gradients(f, variable):
    with tf.GradientTape() as tape:
        y = f(variable)
    gradient = tape.gradient(y, variable)
    return tf.stack([gradient] * y.shape[0])
