"""A right answer: traced."""

import tensorflow as tf


@tf.function
def gradients_of(f, variables):
    with tf.GradientTape() as tape:
        value = f(*variables)
    return tape.gradient(value, variables)
