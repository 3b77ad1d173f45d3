"""A right answer: old gradients in a graph."""

import tensorflow as tf


@tf.function
def gradient_at(f, x):
    return tf.gradients(f(x), x)[0]
