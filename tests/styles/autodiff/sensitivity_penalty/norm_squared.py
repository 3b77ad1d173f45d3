"""A right answer: norm squared."""

import tensorflow as tf


def sensitivity_penalty(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = model(x)
    jacobians = tape.batch_jacobian(y, x)
    return tf.reduce_mean(tf.einsum("boi,boi->b", jacobians, jacobians))
