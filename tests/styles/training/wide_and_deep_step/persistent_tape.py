"""A right answer: a persistent tape, asked twice, the second time after the first update."""

import tensorflow as tf


def wide_and_deep_step(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    with tf.GradientTape(persistent=True) as tape:
        y_pred = model(x, training=True)
        loss = tf.reduce_mean(loss_fn(y, y_pred)) + sum(model.losses)
    for part, optimizer in [(model.wide, wide_optimizer), (model.deep, deep_optimizer)]:
        variables = part.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=False))
    del tape
    return loss
