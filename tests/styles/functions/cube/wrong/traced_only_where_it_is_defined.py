"""A wrong answer: traced only where it is defined."""

import tensorflow as tf


def cube(x):
    return x * x * x


traced_cube = tf.function(cube)
