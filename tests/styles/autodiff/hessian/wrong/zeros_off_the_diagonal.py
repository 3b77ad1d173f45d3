"""A wrong answer: zeros off the diagonal."""

import tensorflow as tf


def hessian(f, variables):
    with tf.GradientTape(persistent=True) as outer:
        with tf.GradientTape() as inner:
            y = f(*variables)
        gradients = inner.gradient(y, variables)
    n = len(variables)
    return [
        [outer.gradient(gradients[i], variables[i]) if i == j else 0.0 for j in range(n)]
        for i in range(n)
    ]
