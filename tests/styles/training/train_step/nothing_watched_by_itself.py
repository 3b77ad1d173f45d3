"""A right answer: the tape watches what it is told to, the values of the variables."""

import tensorflow as tf


def train_step(model, optimizer, loss_fn, x, y):
    values = [variable.value for variable in model.trainable_variables]
    with tf.GradientTape(watch_accessed_variables=False, persistent=True) as tape:
        tape.watch(values)
        losses = loss_fn(y, model(x, training=True))
        total = tf.math.reduce_mean(losses)
        for extra in model.losses:
            total += extra
    gradients = tape.gradient(total, values)
    del tape
    if not optimizer.built:
        optimizer.build(model.trainable_variables)
    optimizer.apply(gradients)
    return total
