"""A right answer: loop over pairs."""

import keras
import tensorflow as tf


def training_step(inputs, targets, weights, bias, learning_rate):
    variables = [weights, bias]
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch(variables)
        loss = keras.ops.mean(keras.ops.square(targets - (inputs @ weights + bias)))
    for variable, gradient in zip(variables, tape.gradient(loss, variables), strict=True):
        variable.assign_add(-learning_rate * gradient)
    return loss
