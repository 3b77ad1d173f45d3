"""A right answer: the optimizer is told to clip, for this step."""

import tensorflow as tf


def clipped_train_step(model, optimizer, loss_fn, x, y, max_norm):
    with tf.GradientTape() as tape:
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, model(x, training=True))), *model.losses])
    weights = model.trainable_weights
    before = optimizer.global_clipnorm
    optimizer.global_clipnorm = max_norm
    optimizer.apply(tape.gradient(loss, weights), weights)
    optimizer.global_clipnorm = before
    return loss
