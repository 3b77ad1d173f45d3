"""A right answer: old gradients in a graph."""

import tensorflow as tf


@tf.function
def hessian(f, variables):
    firsts = tf.gradients(f(*variables), variables)
    return [tf.gradients(first, variables) for first in firsts]
