"""A wrong answer: two short of a factor."""

import tensorflow as tf


def training_step(inputs, targets, weights, bias, learning_rate):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(targets - (inputs @ weights + bias)))
    dw, db = tape.gradient(loss, [weights, bias])
    weights.assign_sub(learning_rate * dw / 2)
    bias.assign_sub(learning_rate * db / 2)
    return loss
