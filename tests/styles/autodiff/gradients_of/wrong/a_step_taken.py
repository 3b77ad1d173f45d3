"""A wrong answer: a step taken."""

import tensorflow as tf


def gradients_of(f, variables):
    with tf.GradientTape() as tape:
        value = f(*variables)
    gradients = tape.gradient(value, variables)
    for v, g in zip(variables, gradients, strict=True):
        v.assign_sub(g)
    return gradients
