"""A right answer: function inside."""

import keras
import tensorflow as tf


def create_huber(threshold):
    def huber_fn(y_true, y_pred):
        error = y_true - y_pred
        small = tf.cast(tf.abs(error) < threshold, error.dtype)
        line = threshold * tf.abs(error) - threshold**2 / 2
        return small * tf.square(error) / 2 + (1 - small) * line

    return huber_fn


class HuberLoss(keras.losses.Loss):
    def __init__(self, threshold=1.0, **kwargs):
        super().__init__(**kwargs)
        self.function = create_huber(threshold)
        self.settings = {"threshold": threshold}

    def call(self, y_true, y_pred):
        return self.function(y_true, y_pred)

    def get_config(self):
        return super().get_config() | self.settings
