"""A wrong answer: clip_by_average_norm is another norm."""

import tensorflow as tf


def clipped_train_step(model, optimizer, loss_fn, x, y, max_norm):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
    weights = model.trainable_variables
    gradients = tape.gradient(loss, weights)
    gradients = [tf.clip_by_norm(one, max_norm / len(gradients) ** 0.5) for one in gradients]
    optimizer.apply(gradients, weights)
    return loss
