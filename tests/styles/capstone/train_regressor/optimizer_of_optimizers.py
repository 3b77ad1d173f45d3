"""A right answer: Keras' MultiOptimizer hands the gradients out; losses are tensors."""
# needs keras.optimizers.MultiOptimizer

import keras
import numpy as np
import tensorflow as tf

from course.losses import mixture_nll


def train_regressor(model, x, y, epochs, seed):
    one, other = keras.optimizers.Nadam(0.01), keras.optimizers.AdamW(0.005)
    of_body = {id(variable) for variable in model.body.trainable_variables}
    optimizer = keras.optimizers.MultiOptimizer(
        lambda variable: one if id(variable) in of_body else other
    )
    optimizer.build(model.trainable_variables)
    rng = np.random.RandomState(seed)
    data = [x.copy(), y.copy()]

    def step(inputs, targets):
        with tf.GradientTape() as tape:
            outputs = model(inputs, training=True)
            loss = tf.reduce_mean(mixture_nll(targets, *tf.split(outputs, 3, axis=-1)))
        gradients = tape.gradient(loss, model.trainable_variables)
        gradients = tf.clip_by_global_norm(gradients, 1.0)[0]
        optimizer.apply(gradients, model.trainable_variables)
        return loss * tf.cast(tf.shape(inputs)[0], loss.dtype)

    step = tf.function(step, reduce_retracing=True)
    history = []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        data = [one[order] for one in data]
        total = 0.0
        for inputs, targets in zip(
            *(np.split(one, range(32, len(x), 32)) for one in data), strict=True
        ):
            total += step(tf.convert_to_tensor(inputs), tf.convert_to_tensor(targets))
        history.append(total / len(x))
    return history
