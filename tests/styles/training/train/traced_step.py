"""A right answer: a traced step for any batch size that updates the metrics, too."""

import keras
import tensorflow as tf


def train(model, dataset, epochs, optimizer, loss_fn, metrics):
    mean_loss = keras.metrics.Mean(name="loss")
    tracked = [mean_loss, *metrics]

    @tf.function(reduce_retracing=True)
    def step(x, y):
        with tf.GradientTape() as tape:
            y_pred = model(x, training=True)
            loss = tf.reduce_mean(loss_fn(y, y_pred))
            for extra in model.losses:
                loss += extra
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=False))
        mean_loss.update_state(loss, sample_weight=tf.shape(x)[0])
        for metric in metrics:
            metric.update_state(y, y_pred)

    history = {}
    for _epoch in range(epochs):
        for metric in tracked:
            metric.reset_state()
        for batch in dataset:
            step(*batch)
        for metric in tracked:
            history.setdefault(metric.name, []).append(float(metric.result()))
    return history
