"""A wrong answer: one number per example."""

import tensorflow as tf


def sensitivity_penalty(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = model(x)
    return tf.reduce_sum(tf.square(tape.batch_jacobian(outputs, x)), axis=[1, 2])
