"""A wrong answer: one row of noise for all examples."""

import tensorflow as tf


@tf.function
def noisy(x):
    return x + tf.random.normal(tf.shape(x)[-1:])
