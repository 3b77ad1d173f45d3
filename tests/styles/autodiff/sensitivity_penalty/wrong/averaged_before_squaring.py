"""A wrong answer: averaged before squaring."""

import tensorflow as tf


def sensitivity_penalty(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = model(x)
    return tf.reduce_sum(tf.square(tf.reduce_mean(tape.batch_jacobian(outputs, x), axis=0)))
