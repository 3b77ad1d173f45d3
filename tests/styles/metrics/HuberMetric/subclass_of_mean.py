"""A right answer: subclass of mean."""

import keras
import tensorflow as tf


class HuberMetric(keras.metrics.Mean):
    def __init__(self, threshold=1.0, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold

    def update_state(self, y_true, y_pred, sample_weight=None):
        error = tf.abs(tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1]))
        small = tf.minimum(error, self.threshold)
        return super().update_state(small**2 / 2 + self.threshold * (error - small), sample_weight)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
