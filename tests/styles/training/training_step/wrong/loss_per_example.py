"""A wrong answer: loss per example."""

import tensorflow as tf


def training_step(inputs, targets, weights, bias, learning_rate):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(targets - (inputs @ weights + bias)), axis=-1)
    dw, db = tape.gradient(tf.reduce_mean(loss), [weights, bias])
    weights.assign_sub(learning_rate * dw)
    bias.assign_sub(learning_rate * db)
    return loss
