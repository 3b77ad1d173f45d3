"""A wrong answer: divided by examples only."""

import tensorflow as tf


def training_step(inputs, targets, weights, bias, learning_rate):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.reduce_sum((targets - inputs @ weights - bias) ** 2, axis=1))
    dw, db = tape.gradient(loss, [weights, bias])
    weights.assign_sub(learning_rate * dw)
    bias.assign_sub(learning_rate * db)
    return loss
