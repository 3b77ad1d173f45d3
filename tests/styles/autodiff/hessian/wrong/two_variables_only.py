"""A wrong answer: two variables only."""

import tensorflow as tf


def hessian(f, variables):
    with tf.GradientTape(persistent=True) as outer:
        with tf.GradientTape() as inner:
            y = f(*variables)
        d1, d2 = inner.gradient(y, variables)
    return [outer.gradient(d1, variables), outer.gradient(d2, variables)]
