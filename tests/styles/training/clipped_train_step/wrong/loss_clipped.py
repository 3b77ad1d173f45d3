"""A wrong answer: clips the loss."""

import tensorflow as tf


def clipped_train_step(model, optimizer, loss_fn, x, y, max_norm):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.minimum(tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses]), max_norm)
    weights = model.trainable_variables
    gradients = tape.gradient(loss, weights)

    optimizer.apply(gradients, weights)
    return loss
