"""A wrong answer: rows shared."""

import tensorflow as tf


def hessian(f, variables):
    with tf.GradientTape(persistent=True) as outer:
        with tf.GradientTape() as inner:
            y = f(*variables)
        gradients = inner.gradient(y, variables)
    n = len(variables)
    rows = [[None] * n] * n
    for i in range(n):
        for j in range(n):
            rows[i][j] = outer.gradient(gradients[i], variables[j])
    return rows
