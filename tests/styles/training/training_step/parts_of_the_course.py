"""A right answer: parts of the course."""

import tensorflow as tf

from course.training import linear_model, square_loss


def training_step(inputs, targets, weights, bias, learning_rate):
    with tf.GradientTape() as tape:
        predictions = linear_model(inputs, weights, bias)
        loss = square_loss(targets, predictions)
    grad_w, grad_b = tape.gradient(loss, [weights, bias])
    weights.assign_sub(grad_w * learning_rate)
    bias.assign_sub(grad_b * learning_rate)
    return loss
