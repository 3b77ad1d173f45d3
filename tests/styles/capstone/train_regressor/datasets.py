"""A right answer: tf.data, Keras' metric for the mean, two kinds of optimizers, own density."""

import math

import keras
import tensorflow as tf


def density(y, outputs):
    logits, means, log_scales = tf.split(outputs, 3, axis=-1)
    z = (y[:, None] - means) * tf.exp(-log_scales)
    logs = tf.nn.log_softmax(logits) - z**2 / 2 - log_scales - math.log(2 * math.pi) / 2
    return -tf.reduce_logsumexp(logs, axis=-1)


def train_regressor(model, x, y, epochs, seed):
    data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(len(x), seed=seed).batch(32)
    body_optimizer = keras.optimizers.Adam(0.02)
    head_optimizer = keras.optimizers.RMSprop(0.01)
    mean = keras.metrics.Mean()

    @tf.function
    def step(inputs, targets):
        with tf.GradientTape() as tape:
            losses = density(targets, model(inputs, training=True))
            loss = tf.reduce_mean(losses)
        body, head = model.body.trainable_variables, model.head.trainable_variables
        gradients = tape.gradient(loss, [*body, *head])
        gradients, _ = tf.clip_by_global_norm(gradients, 1.0)
        body_optimizer.apply_gradients(zip(gradients[: len(body)], body, strict=True))
        head_optimizer.apply_gradients(zip(gradients[len(body) :], head, strict=True))
        mean.update_state(losses)

    history = []
    for _ in range(epochs):
        mean.reset_state()
        for inputs, targets in data:
            step(inputs, targets)
        history.append(float(mean.result()))
    return history
