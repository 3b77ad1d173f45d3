"""A wrong answer: factors of the first call."""

import tensorflow as tf

kept = {}


def scale_rows(x, factors):
    size = len(factors)
    if size not in kept:
        kept[size] = tf.function(lambda x: x * factors[:, tf.newaxis])
    return kept[size](x)
