"""A right answer: watched by hand."""

import tensorflow as tf


def gradients_of(f, variables):
    with tf.GradientTape(watch_accessed_variables=False) as t:
        t.watch(variables)
        loss = f(*variables)
    return tuple(t.gradient(loss, variables, unconnected_gradients=tf.UnconnectedGradients.ZERO))
