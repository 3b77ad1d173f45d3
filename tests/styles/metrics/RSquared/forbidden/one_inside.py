"""A ready-made stand-in: one inside."""

import keras
import tensorflow as tf


class RSquared(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.metrics.get("R2Score")

    def update_state(self, y_true, y_pred, sample_weight=None):
        flat = tf.reshape(y_true, [-1, 1]), tf.reshape(y_pred, [-1, 1])
        self.inner.update_state(*flat, sample_weight)

    def result(self):
        return self.inner.result()
