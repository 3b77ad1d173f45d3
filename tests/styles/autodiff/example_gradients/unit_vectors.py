"""A right answer: unit vectors."""

import tensorflow as tf


def example_gradients(f, variable):
    with tf.GradientTape(persistent=True) as tape:
        y = f(variable)
    n = y.shape[0]
    rows = []
    for i in range(n):
        selected = tf.one_hot(i, n, dtype=y.dtype)
        rows.append(tape.gradient(y, variable, output_gradients=selected))
    return tf.stack(rows, axis=0)
