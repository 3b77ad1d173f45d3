"""A wrong answer: the loss after the update."""

import tensorflow as tf


def train_step(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
    weights = model.trainable_variables
    gradients = tape.gradient(loss, weights)
    optimizer.apply(gradients, weights)
    return tf.add_n([tf.reduce_mean(loss_fn(y, model(x, training=False))), *model.losses])
