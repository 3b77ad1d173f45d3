"""A right answer: plain zero for none."""

import tensorflow as tf


def hessian(f, variables):
    with tf.GradientTape(persistent=True) as outer:
        with tf.GradientTape(persistent=True) as inner:
            y = f(*variables)
        firsts = [inner.gradient(y, v) for v in variables]
    result = []
    for first in firsts:
        seconds = [outer.gradient(first, v) for v in variables]
        result.append([0 if second is None else second for second in seconds])
    return result
