"""A wrong answer: numpy arrays."""

import tensorflow as tf


def gradients_of(f, variables):
    with tf.GradientTape() as tape:
        value = f(*variables)
    return [g.numpy() for g in tape.gradient(value, variables)]
