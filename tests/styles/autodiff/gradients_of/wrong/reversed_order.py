"""A wrong answer: reversed order."""

import tensorflow as tf


def gradients_of(f, variables):
    with tf.GradientTape() as tape:
        value = f(*variables)
    return tape.gradient(value, variables[::-1])
