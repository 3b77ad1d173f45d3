"""A right answer: two tapes for each entry."""

import tensorflow as tf


def hessian(f, variables):
    rows = []
    for a in variables:
        row = []
        for b in variables:
            with tf.GradientTape() as outer:
                with tf.GradientTape() as inner:
                    y = f(*variables)
                dy_da = inner.gradient(y, a)
            row.append(outer.gradient(dy_da, b))
        rows.append(row)
    return rows
