"""A wrong answer: constants not watched."""

import tensorflow as tf


def gradients_of(f, variables):
    constants = [tf.constant(v.numpy()) for v in variables]
    with tf.GradientTape() as tape:
        value = f(*constants)
    return tape.gradient(value, constants)
