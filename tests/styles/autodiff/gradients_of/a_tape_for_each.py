"""A right answer: a tape for each."""

import tensorflow as tf


def gradients_of(f, variables):
    def one(v):
        with tf.GradientTape() as tape:
            value = f(*variables)
        return tape.gradient(value, v)

    return [one(v) for v in variables]
