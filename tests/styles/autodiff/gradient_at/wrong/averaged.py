"""A wrong answer: averaged."""

import tensorflow as tf


def gradient_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = f(x)
    return tf.reduce_mean(tape.gradient(value, x))
