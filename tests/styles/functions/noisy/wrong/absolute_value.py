"""A wrong answer: noise that only goes up."""

import tensorflow as tf


@tf.function
def noisy(x):
    return x + tf.abs(tf.random.normal(tf.shape(x), stddev=0.1))
