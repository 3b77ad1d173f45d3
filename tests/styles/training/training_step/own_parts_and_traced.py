"""A right answer: own parts and traced."""

import tensorflow as tf


def model(x, w, b):
    return tf.linalg.matmul(x, w) + b


def mean_square(y, p):
    return tf.reduce_mean((y - p) ** 2)


@tf.function
def training_step(inputs, targets, weights, bias, learning_rate):
    with tf.GradientTape() as tape:
        loss = mean_square(targets, model(inputs, weights, bias))
    gradients = tape.gradient(loss, {"w": weights, "b": bias})
    weights.assign_sub(learning_rate * gradients["w"])
    bias.assign_sub(learning_rate * gradients["b"])
    return loss
