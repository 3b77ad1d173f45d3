"""A wrong answer: goes by the norm of the first gradient."""

import tensorflow as tf


def clipped_train_step(model, optimizer, loss_fn, x, y, max_norm):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
    weights = model.trainable_variables
    gradients = tape.gradient(loss, weights)
    norm = tf.norm(gradients[0])
    gradients = [one * max_norm / tf.maximum(norm, max_norm) for one in gradients]
    optimizer.apply(gradients, weights)
    return loss
