"""A right answer: vectorized map."""

import tensorflow as tf


def example_gradients(f, variable):
    with tf.GradientTape(persistent=True) as tape:
        y = f(variable)
    identity = tf.eye(y.shape[0], dtype=y.dtype)
    return tf.vectorized_map(lambda row: tape.gradient(y, variable, output_gradients=row), identity)
