"""A wrong answer: python floats."""

import tensorflow as tf


def hessian(f, variables):
    with tf.GradientTape(persistent=True) as outer:
        with tf.GradientTape() as inner:
            y = f(*variables)
        gradients = inner.gradient(y, variables)
    seconds = [outer.gradient(g, variables) for g in gradients]
    return [[None if one is None else float(one) for one in row] for row in seconds]
