"""A wrong answer: finite differences of gradients."""

import tensorflow as tf


def hessian(f, variables):
    def gradients():
        with tf.GradientTape() as tape:
            y = f(*variables)
        return tape.gradient(y, variables)

    start, columns = gradients(), []
    for v in variables:
        v.assign_add(1e-3)
        columns.append([(a - b) / 1e-3 for a, b in zip(gradients(), start, strict=True)])
        v.assign_sub(1e-3)
    return [list(row) for row in zip(*columns, strict=True)]
