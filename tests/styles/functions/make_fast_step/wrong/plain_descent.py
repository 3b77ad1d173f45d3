"""A wrong answer: plain gradient descent in the optimizer's place."""

import tensorflow as tf


def make_fast_step(model, optimizer, loss_fn):
    @tf.function(input_signature=[tf.TensorSpec([None, None]), tf.TensorSpec([None, None])])
    def step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(loss_fn(y, model(x, training=True))) + sum(model.losses)
        weights = model.trainable_weights
        for weight, gradient in zip(weights, tape.gradient(loss, weights), strict=True):
            weight.assign_sub(optimizer.learning_rate * gradient)
        optimizer.iterations.assign_add(1)
        return loss

    return step
