"""A wrong answer: last one left out."""

import tensorflow as tf


def example_gradients(f, variable):
    with tf.GradientTape(persistent=True) as tape:
        outputs = tf.unstack(f(variable))
    return tf.stack([tape.gradient(outputs[i], variable) for i in range(len(outputs) - 1)])
