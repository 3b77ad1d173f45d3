"""A right answer: a mean metric for the loss, reset at the end of each epoch."""

import keras
import tensorflow as tf


def train(model, dataset, epochs, optimizer, loss_fn, metrics):
    mean_loss = keras.metrics.Mean()
    history = {"loss": []} | {metric.name: [] for metric in metrics}
    for _epoch in range(1, epochs + 1):
        for _step, (x_batch, y_batch) in enumerate(dataset, 1):
            with tf.GradientTape() as tape:
                y_pred = model(x_batch, training=True)
                main_loss = tf.reduce_mean(loss_fn(y_batch, y_pred))
                loss = tf.add_n([main_loss] + model.losses)
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=False))
            mean_loss(loss)
            for metric in metrics:
                metric(y_batch, y_pred)
        history["loss"].append(mean_loss.result().numpy())
        for metric in metrics:
            history[metric.name].append(metric.result().numpy())
        for metric in [mean_loss] + metrics:
            metric.reset_state()
    return history
