"""Keras' own step."""

import keras
import tensorflow as tf

from course.losses import mixture_nll


def train_regressor(model, x, y, epochs, seed):
    def loss(targets, outputs):
        return mixture_nll(tf.reshape(targets, [-1]), *tf.split(outputs, 3, axis=-1))

    model.compile(loss=loss, optimizer=keras.optimizers.Adam(0.01, global_clipnorm=1.0))
    return [float(model.train_on_batch(x, y)) for _ in range(epochs)]
