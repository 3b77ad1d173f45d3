"""A right answer: one persistent tape that hears itself."""

import tensorflow as tf


def hessian(f, variables):
    with tf.GradientTape(persistent=True) as tape:
        value = f(*variables)
        gradients = tape.gradient(value, variables)
    return [tape.gradient(one, variables) for one in gradients]
