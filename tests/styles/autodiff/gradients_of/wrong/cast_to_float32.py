"""A wrong answer: cast to float32."""

import tensorflow as tf


def gradients_of(f, variables):
    with tf.GradientTape() as tape:
        tensors = [tf.cast(v, tf.float32) for v in variables]
        tape.watch(tensors)
        value = f(*tensors)
    return tape.gradient(value, tensors)
