"""A wrong answer: one flat tensor."""

import tensorflow as tf


def gradients_of(f, variables):
    with tf.GradientTape() as tape:
        value = f(*variables)
    return tf.concat([tf.reshape(g, [-1]) for g in tape.gradient(value, variables)], axis=0)
