"""A wrong answer: two variables only."""

import tensorflow as tf


def gradients_of(f, variables):
    w1, w2 = variables
    with tf.GradientTape() as tape:
        value = f(w1, w2)
    return tape.gradient(value, [w1, w2])
