"""A right answer: keras.ops, Python's sum, weights by their other name."""

import tensorflow as tf
from keras import ops


def train_step(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = ops.mean(loss_fn(y, model(x, training=True)))
        loss = loss + sum(model.losses)
    grads = tape.gradient(loss, model.trainable_weights)
    optimizer.apply(grads, model.trainable_weights)
    return loss
