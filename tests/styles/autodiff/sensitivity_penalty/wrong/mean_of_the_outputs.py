"""A wrong answer: mean of the outputs."""

import tensorflow as tf


def sensitivity_penalty(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = tf.reduce_mean(model(x))
    return tf.reduce_sum(tf.square(tape.gradient(outputs, x)))
