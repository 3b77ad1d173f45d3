"""A right answer: one list of all weights, cut where the wide part ends."""

import tensorflow as tf


def wide_and_deep_step(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    n = len(model.wide.trainable_variables)
    variables = model.wide.trainable_variables + model.deep.trainable_variables
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([loss_fn(y, y_pred)] + model.losses)
    grads = tape.gradient(loss, variables)
    wide_optimizer.apply_gradients(zip(grads[:n], variables[:n], strict=False))
    deep_optimizer.apply_gradients(zip(grads[n:], variables[n:], strict=False))
    return loss
