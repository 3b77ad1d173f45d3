"""A wrong answer: sign lost."""

import tensorflow as tf


@tf.function
def cube(x):
    return tf.abs(x) ** 3
