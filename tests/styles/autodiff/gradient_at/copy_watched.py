"""A right answer: copy watched."""

import tensorflow as tf


def gradient_at(f, x):
    inputs = tf.identity(x)
    with tf.GradientTape(persistent=True, watch_accessed_variables=False) as tape:
        tape.watch([inputs])
        y = f(inputs)
    gradient = tape.gradient(y, inputs)
    del tape
    return gradient
