"""A wrong answer: against the slope."""

import tensorflow as tf


def gradient_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        loss = -f(x)
    return tape.gradient(loss, x)
