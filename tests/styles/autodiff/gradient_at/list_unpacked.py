"""A right answer: list unpacked."""

import tensorflow as tf


def gradient_at(f, x):
    x = tf.convert_to_tensor(x)
    with tf.GradientTape() as g:
        g.watch(x)
        y = f(x)
    (dy_dx,) = g.gradient(y, [x])
    return dy_dx
