"""A wrong answer: no mean over the examples."""

import tensorflow as tf


def clipped_train_step(model, optimizer, loss_fn, x, y, max_norm):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = loss_fn(y, y_pred) + sum(model.losses)
    weights = model.trainable_variables
    gradients = tape.gradient(loss, weights)
    gradients, _ = tf.clip_by_global_norm(gradients, max_norm)
    optimizer.apply(gradients, weights)
    return loss
