"""A right answer: clipped and traced."""

import tensorflow as tf


@tf.function
def safe_sqrt(x):
    return tf.math.pow(tf.clip_by_value(x, 1e-7, x.dtype.max), 0.5)
