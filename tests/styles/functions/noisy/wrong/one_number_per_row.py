"""A wrong answer: one number for each row."""

import tensorflow as tf


@tf.function
def noisy(x):
    return x + tf.random.normal(x.shape[:-1] + [1] if x.shape.rank > 1 else x.shape)
