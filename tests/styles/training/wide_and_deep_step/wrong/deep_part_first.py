"""A wrong answer: the wide part's gradients from after the deep part moved."""

import tensorflow as tf


def wide_and_deep_step(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    wide, deep = model.wide.trainable_variables, model.deep.trainable_variables
    deep_optimizer.apply(tape.gradient(loss, deep), deep)
    with tf.GradientTape() as tape:
        again = loss_fn(y, model(x, training=True))
    wide_optimizer.apply(tape.gradient(again, wide), wide)
    return loss
