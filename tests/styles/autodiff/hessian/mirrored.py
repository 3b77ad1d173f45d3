"""A right answer: mirrored."""

import tensorflow as tf


def hessian(f, variables):
    n = len(variables)
    rows = [[None] * n for _ in range(n)]
    for i in range(n):
        with tf.GradientTape() as outer:
            with tf.GradientTape() as inner:
                y = f(*variables)
            gradient = inner.gradient(y, variables[i])
        for j, second in enumerate(outer.gradient(gradient, variables[: i + 1])):
            rows[i][j] = rows[j][i] = second
    return rows
