"""A wrong answer: base config only."""

import keras
import tensorflow as tf


class HuberLoss(keras.losses.Loss):
    def __init__(self, threshold=1.0, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold

    def call(self, y_true, y_pred):
        error = y_true - y_pred
        line = self.threshold * tf.abs(error) - self.threshold**2 / 2
        return tf.where(tf.abs(error) <= self.threshold, tf.square(error) / 2, line)

    def get_config(self):
        return super().get_config()
