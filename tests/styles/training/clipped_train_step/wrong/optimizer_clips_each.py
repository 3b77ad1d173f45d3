"""A wrong answer: the optimizer clips every gradient by itself."""

import tensorflow as tf


def clipped_train_step(model, optimizer, loss_fn, x, y, max_norm):
    optimizer.clipnorm = max_norm
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss
