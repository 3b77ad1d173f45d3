"""A wrong answer: the noise is multiplied."""

import tensorflow as tf


@tf.function
def noisy(x):
    return x * (1.0 + 0.1 * tf.random.normal(tf.shape(x)))
