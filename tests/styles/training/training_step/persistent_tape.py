"""A right answer: persistent tape."""

import tensorflow as tf


def training_step(inputs, targets, weights, bias, learning_rate):
    with tf.GradientTape(persistent=True) as tape:
        predictions = tf.matmul(inputs, weights) + bias
        loss = tf.reduce_mean(tf.math.squared_difference(predictions, targets))
    d_weights = tape.gradient(loss, weights)
    d_bias = tape.gradient(loss, bias)
    del tape
    weights.assign(weights - d_weights * learning_rate)
    bias.assign(bias - d_bias * learning_rate)
    return loss
