"""A wrong answer: gradients assigned."""

import tensorflow as tf


def training_step(inputs, targets, weights, bias, learning_rate):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(targets - (inputs @ weights + bias)))
    dw, db = tape.gradient(loss, [weights, bias])
    weights.assign(-learning_rate * dw)
    bias.assign(-learning_rate * db)
    return loss
