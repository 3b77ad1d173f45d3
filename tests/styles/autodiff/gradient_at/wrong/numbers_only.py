"""A wrong answer: numbers only."""

import tensorflow as tf


def gradient_at(f, x):
    x = tf.constant(float(x))
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = f(x)
    return tape.gradient(value, x)
