"""A wrong answer: finite differences."""

import tensorflow as tf


def gradients_of(f, variables):
    result = []
    for v in variables:
        start = f(*variables)
        v.assign_add(tf.fill(v.shape, 1e-3))
        result.append((f(*variables) - start) / 1e-3)
        v.assign_sub(tf.fill(v.shape, 1e-3))
    return result
