"""A right answer: copies watched."""

import tensorflow as tf


def gradients_of(f, variables):
    points = [tf.identity(v) for v in variables]
    tape = tf.GradientTape()
    with tape:
        for p in points:
            tape.watch(p)
        value = f(*points)
    return list(tape.gradient(value, points))
