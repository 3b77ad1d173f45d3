"""A right answer: jacobian of a number."""

import tensorflow as tf


def gradient_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.jacobian(y, x)
