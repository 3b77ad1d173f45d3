"""A wrong answer: linear part squared."""

import keras
import tensorflow as tf


class HuberMetric(keras.metrics.Metric):
    def __init__(self, threshold=1.0, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        error = tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1])
        line = tf.abs(error) * tf.abs(error) - self.threshold**2 / 2
        values = tf.where(tf.abs(error) <= self.threshold, tf.square(error) / 2, line)
        weights = tf.ones_like(values) if sample_weight is None else sample_weight
        self.total.assign_add(tf.reduce_sum(weights * values))
        self.count.assign_add(tf.reduce_sum(weights))

    def result(self):
        return tf.math.divide_no_nan(self.total.value, self.count.value)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
