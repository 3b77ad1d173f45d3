"""A right answer: concrete."""

import tensorflow as tf


def scaled(x, factors):
    return tf.transpose(tf.transpose(x) * factors)


scale_rows = tf.function(scaled).get_concrete_function(
    tf.TensorSpec([None, None], tf.float32), tf.TensorSpec([None], tf.float32)
)
