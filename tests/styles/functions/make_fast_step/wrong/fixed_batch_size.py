"""A wrong answer: the first batch size is fixed."""

import tensorflow as tf


def make_fast_step(model, optimizer, loss_fn):
    graphs = []

    def update(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(loss_fn(y, model(x, training=True))) + sum(model.losses)
        weights = model.trainable_weights
        optimizer.apply(tape.gradient(loss, weights), weights)
        return loss

    def step(x, y):
        if not graphs:
            signature = [tf.TensorSpec(x.shape), tf.TensorSpec(y.shape)]
            graphs.append(tf.function(update, input_signature=signature))
        return graphs[0](x, y)

    return step
