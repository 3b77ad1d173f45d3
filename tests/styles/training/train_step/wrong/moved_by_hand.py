"""A wrong answer: moved by hand, whatever the optimizer is."""

import tensorflow as tf


def train_step(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
    weights = model.trainable_variables
    gradients = tape.gradient(loss, weights)
    for gradient, weight in zip(gradients, weights, strict=False):
        weight.assign_sub(optimizer.learning_rate * gradient)
    return loss
