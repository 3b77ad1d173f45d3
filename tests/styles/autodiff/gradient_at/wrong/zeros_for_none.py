"""A wrong answer: zeros for none."""

import tensorflow as tf


def gradient_at(f, x):
    with tf.GradientTape() as tape:
        value = f(x)
        tape.watch(x)
    return tape.gradient(value, x, unconnected_gradients="zero")
