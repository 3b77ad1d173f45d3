"""A wrong answer: clipped."""

import tensorflow as tf


def gradients_of(f, variables):
    with tf.GradientTape() as tape:
        value = f(*variables)
    gradients, _ = tf.clip_by_global_norm(tape.gradient(value, variables), 1.0)
    return gradients
