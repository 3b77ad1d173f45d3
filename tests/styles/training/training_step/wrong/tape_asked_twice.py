"""A wrong answer: tape asked twice."""

import tensorflow as tf


def training_step(inputs, targets, weights, bias, learning_rate):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(targets - (inputs @ weights + bias)))
    weights.assign_sub(learning_rate * tape.gradient(loss, weights))
    bias.assign_sub(learning_rate * tape.gradient(loss, bias))
    return loss
