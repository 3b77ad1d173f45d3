"""A right answer: own factory."""

import tensorflow as tf


def make_huber(threshold):
    def huber_fn(y_true, y_pred):
        distance = tf.abs(y_true - y_pred)
        quadratic = tf.minimum(distance, threshold)
        return quadratic**2 / 2 + threshold * (distance - quadratic)

    return huber_fn


def reload_model(path, threshold):
    known = dict(huber_fn=make_huber(threshold=threshold))
    return tf.keras.models.load_model(filepath=path, custom_objects=known, compile=True)
