"""A right answer: zeros for none."""

import tensorflow as tf


def hessian(f, variables):
    with tf.GradientTape(persistent=True) as t2:
        with tf.GradientTape() as t1:
            t1.watch(variables)
            t2.watch(variables)
            y = f(*variables)
        g = t1.gradient(y, variables, unconnected_gradients="zero")
    return tuple(
        tuple(t2.gradient(one, variables, unconnected_gradients=tf.UnconnectedGradients.ZERO))
        for one in g
    )
