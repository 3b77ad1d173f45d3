"""A right answer: a tape for each output."""

import tensorflow as tf


def example_gradients(f, variable):
    rows = []
    for i in range(len(f(variable))):
        with tf.GradientTape() as tape:
            y = f(variable)[i]
        rows.append(tape.gradient(y, variable))
    return tf.convert_to_tensor(rows)
