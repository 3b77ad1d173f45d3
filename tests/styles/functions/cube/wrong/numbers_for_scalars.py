"""A wrong answer: numbers for scalars."""

import tensorflow as tf


@tf.function
def traced(x):
    return x**3


def cube(x):
    result = traced(x)
    return float(result) if result.shape.rank == 0 else result
