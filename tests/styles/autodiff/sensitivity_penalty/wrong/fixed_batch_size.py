"""A wrong answer: fixed batch size."""

import tensorflow as tf


def sensitivity_penalty(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = model(x)
    return tf.reduce_sum(tf.square(tape.batch_jacobian(outputs, x))) / 5.0
