"""A ready-made stand-in: subclass."""

import keras
import tensorflow as tf


class RSquared(keras.metrics.R2Score):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def update_state(self, y_true, y_pred, sample_weight=None):
        flat = tf.reshape(y_true, [-1, 1]), tf.reshape(y_pred, [-1, 1])
        super().update_state(*flat, sample_weight)

    def get_config(self):
        return keras.metrics.Metric.get_config(self)
