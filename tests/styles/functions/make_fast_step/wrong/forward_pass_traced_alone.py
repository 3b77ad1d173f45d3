"""A wrong answer: the model alone is traced."""

import tensorflow as tf


def make_fast_step(model, optimizer, loss_fn):
    forward = tf.function(lambda x: model(x, training=True), reduce_retracing=True)

    def step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(loss_fn(y, forward(x))) + sum(model.losses)
        weights = model.trainable_weights
        optimizer.apply(tape.gradient(loss, weights), weights)
        return loss

    return step
