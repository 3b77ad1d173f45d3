"""A wrong answer: inputs centred."""

import tensorflow as tf


def training_step(inputs, targets, weights, bias, learning_rate):
    inputs = inputs - tf.reduce_mean(inputs, axis=0)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(targets - (inputs @ weights + bias)))
    dw, db = tape.gradient(loss, [weights, bias])
    weights.assign_sub(learning_rate * dw)
    bias.assign_sub(learning_rate * db)
    return loss
