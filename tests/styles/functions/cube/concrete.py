"""A right answer: concrete."""

import tensorflow as tf


def third_power(x):
    return tf.pow(x, 3.0)


cube = tf.function(third_power).get_concrete_function(tf.TensorSpec(None, tf.float32))
