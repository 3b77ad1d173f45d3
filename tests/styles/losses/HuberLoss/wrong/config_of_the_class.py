"""A wrong answer: config of the class."""

import keras
import tensorflow as tf


class HuberLoss(keras.losses.Loss):
    threshold = 1.0

    def __init__(self, threshold=1.0, **kwargs):
        super().__init__(**kwargs)
        HuberLoss.threshold = threshold

    def call(self, y_true, y_pred):
        distance = tf.abs(y_true - y_pred)
        line = self.threshold * distance - self.threshold**2 / 2
        return tf.where(distance <= self.threshold, distance**2 / 2, line)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
