"""A wrong answer: norm not squared."""

import tensorflow as tf


def sensitivity_penalty(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = model(x)
    return tf.reduce_mean(tf.norm(tape.batch_jacobian(outputs, x), axis=[1, 2]))
