"""A wrong answer: products of gradients."""

import tensorflow as tf


def hessian(f, variables):
    with tf.GradientTape() as tape:
        value = f(*variables)
    gradients = tape.gradient(value, variables)
    return [[a * b for b in gradients] for a in gradients]
