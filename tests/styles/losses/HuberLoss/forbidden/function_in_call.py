"""A ready-made stand-in: function in call."""

import tensorflow as tf


class HuberLoss(tf.keras.losses.Loss):
    def __init__(self, threshold=1.0, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold

    def call(self, y_true, y_pred):
        return tf.keras.losses.huber(y_true, y_pred, self.threshold)
