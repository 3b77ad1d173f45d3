"""A right answer: copies made while it runs."""

import tensorflow as tf


def gradients_of(f, variables):
    with tf.GradientTape() as tape:
        tensors = [tf.convert_to_tensor(v) for v in variables]
        value = tf.reduce_sum(f(*tensors))
    return tape.gradient(value, tensors)
