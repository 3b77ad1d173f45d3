"""A wrong answer: frozen weights are trained too."""

import tensorflow as tf


def make_fast_step(model, optimizer, loss_fn):
    @tf.function(input_signature=[tf.TensorSpec([None, None]), tf.TensorSpec([None, None])])
    def step(x, y):
        weights = [w for layer in model.layers for w in layer.weights if "moving" not in w.name]
        with tf.GradientTape() as tape:
            tape.watch([w.value for w in weights])
            loss = tf.reduce_mean(loss_fn(y, model(x, training=True))) + sum(model.losses)
        for weight, gradient in zip(weights, tape.gradient(loss, weights), strict=True):
            weight.assign_sub(optimizer.learning_rate * gradient)
        optimizer.iterations.assign_add(1)
        return loss

    return step
