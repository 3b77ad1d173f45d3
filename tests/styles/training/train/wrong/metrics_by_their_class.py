"""A wrong answer: metrics under another name than theirs."""

import keras
import tensorflow as tf


def train(model, dataset, epochs, optimizer, loss_fn, metrics):
    mean_loss = keras.metrics.Mean(name="loss")
    history = {metric.name: [] for metric in [mean_loss, *metrics]}
    for _epoch in range(epochs):
        for x, y in dataset:
            with tf.GradientTape() as tape:
                y_pred = model(x, training=True)
                loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
            weights = model.trainable_variables
            gradients = tape.gradient(loss, weights)
            optimizer.apply(gradients, weights)
            mean_loss.update_state(loss)
            for metric in metrics:
                metric.update_state(y, y_pred)
        for metric in [mean_loss, *metrics]:
            history[metric.name].append(float(metric.result()))
            metric.reset_state()
    names = {metric.name: type(metric).__name__ for metric in metrics}
    return {names.get(name, name): column for name, column in history.items()}
