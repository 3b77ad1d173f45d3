"""A right answer: decorated, normal noise."""

import tensorflow as tf


@tf.function
def noisy(x):
    return x + tf.random.normal(x.shape, stddev=2.0)
