"""A wrong answer: shared out."""

import tensorflow as tf


def example_gradients(f, variable):
    with tf.GradientTape() as tape:
        y = f(variable)
    gradient = tape.gradient(y, variable)
    share = y / tf.reduce_sum(y)
    return tf.tensordot(share, gradient, axes=0)
