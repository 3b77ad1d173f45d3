"""A wrong answer: values of the first call."""

import tensorflow as tf

graphs = {}


def cube(x):
    key = tuple(x.shape)
    if key not in graphs:
        graphs[key] = tf.function(lambda: x * x * x)
    return graphs[key]()
