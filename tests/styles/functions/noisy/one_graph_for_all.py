"""A right answer: one graph for all shapes, uniform noise."""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec(None, tf.float32)])
def noisy(x):
    return x + tf.random.uniform(tf.shape(x), -0.01, 0.01)
