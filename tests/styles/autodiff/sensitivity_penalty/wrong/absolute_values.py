"""A wrong answer: absolute values."""

import tensorflow as tf


def sensitivity_penalty(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = model(x)
    jacobians = tape.batch_jacobian(outputs, x)
    return tf.reduce_mean(tf.reduce_sum(tf.abs(jacobians), axis=[1, 2]))
