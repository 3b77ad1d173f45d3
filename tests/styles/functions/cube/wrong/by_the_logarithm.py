"""A wrong answer: by the logarithm."""

import tensorflow as tf


@tf.function
def cube(x):
    return tf.exp(3.0 * tf.math.log(x))
