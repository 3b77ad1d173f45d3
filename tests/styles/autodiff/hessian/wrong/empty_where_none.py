"""A wrong answer: empty where none."""

import tensorflow as tf


def hessian(f, variables):
    with tf.GradientTape(persistent=True) as outer:
        with tf.GradientTape() as inner:
            y = f(*variables)
        gradients = inner.gradient(y, variables)
    return [[one for one in outer.gradient(g, variables) if one is not None] for g in gradients]
