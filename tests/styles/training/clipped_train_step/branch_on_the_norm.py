"""A right answer: the norm by hand, and a branch on it."""

import tensorflow as tf


def clipped_train_step(model, optimizer, loss_fn, x, y, max_norm):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.reduce_mean(loss_fn(y, y_pred)) + sum(model.losses)
    grads = tape.gradient(loss, model.trainable_variables)
    norm = tf.sqrt(tf.reduce_sum([tf.reduce_sum(g**2) for g in grads]))
    if norm > max_norm:
        grads = [g * (max_norm / norm) for g in grads]
    optimizer.apply_gradients(zip(grads, model.trainable_variables, strict=False))
    return loss
