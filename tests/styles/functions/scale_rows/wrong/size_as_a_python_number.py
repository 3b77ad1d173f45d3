"""A wrong answer: size as a python number."""

import tensorflow as tf


@tf.function(reduce_retracing=True)
def scaled(x, factors, rows):
    return x * tf.reshape(factors, [rows, 1])


def scale_rows(x, factors):
    return scaled(x, factors, x.shape[0])
