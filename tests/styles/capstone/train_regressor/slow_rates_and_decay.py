"""A right answer: a rate that decays over the epochs, and slow Adam for the head."""

import keras
import numpy as np
import tensorflow as tf

from course.losses import mixture_nll


def train_regressor(model, x, y, epochs, seed):
    steps = epochs * -(-len(x) // 32)
    rate = keras.optimizers.schedules.CosineDecay(0.02, steps)
    optimizers = keras.optimizers.Adam(rate), keras.optimizers.Adam(0.004)
    parts = model.body, model.head

    @tf.function
    def step(inputs, targets):
        with tf.GradientTape(persistent=True) as tape:
            logits, means, log_scales = tf.split(model(inputs), 3, -1)
            loss = tf.reduce_mean(mixture_nll(targets, logits, means, log_scales))
        gradients = [tape.gradient(loss, part.trainable_variables) for part in parts]
        norm = tf.linalg.global_norm(gradients[0] + gradients[1])
        for optimizer, part, own in zip(optimizers, parts, gradients, strict=True):
            clipped, _ = tf.clip_by_global_norm(own, 1.0, use_norm=norm)
            optimizer.apply_gradients(zip(clipped, part.trainable_variables, strict=True))
        return loss

    history = []
    for epoch in range(epochs):
        order = np.random.default_rng([seed, epoch]).permutation(len(x))
        losses = []
        for rows in np.array_split(order, range(32, len(x), 32)):
            losses.append(step(x[rows], y[rows]))
        history.append(np.mean(losses))
    return history
