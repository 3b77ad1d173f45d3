"""A wrong answer: kernels of one part with gradients of the other."""

import tensorflow as tf


def wide_and_deep_step(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    wide, deep = model.wide.trainable_variables, model.deep.trainable_variables
    deep_gradients, wide_gradients = tape.gradient(loss, [wide, deep])
    wide_optimizer.apply(wide_gradients, wide)
    deep_optimizer.apply(deep_gradients, deep)
    return loss
