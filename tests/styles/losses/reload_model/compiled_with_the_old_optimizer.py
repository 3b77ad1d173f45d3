"""A right answer: compiled with the old optimizer."""

import keras
import tensorflow as tf


def make_huber(threshold):
    def huber_fn(y_true, y_pred):
        distance = tf.abs(y_true - y_pred)
        quadratic = tf.minimum(distance, threshold)
        return quadratic**2 / 2 + threshold * (distance - quadratic)

    return huber_fn


def reload_model(path, threshold):
    loss = make_huber(threshold)
    model = keras.models.load_model(path, custom_objects={"huber_fn": loss})
    model.compile(loss=loss, optimizer=model.optimizer)
    return model
