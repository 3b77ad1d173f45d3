"""A wrong answer: numpy number."""

import tensorflow as tf


def gradient_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = f(x)
    return tape.gradient(value, x).numpy()
