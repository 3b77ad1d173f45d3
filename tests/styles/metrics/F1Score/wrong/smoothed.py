"""A wrong answer: smoothed."""

import keras
import tensorflow as tf


class F1Score(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.tp = self.add_weight(name="tp", initializer="zeros")
        self.fp = self.add_weight(name="fp", initializer="zeros")
        self.fn = self.add_weight(name="fn", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        labels = tf.reshape(y_true, [-1])
        positive = tf.cast(tf.reshape(y_pred, [-1]) > self.threshold, self.dtype)
        weights = tf.ones_like(labels) if sample_weight is None else sample_weight
        self.tp.assign_add(tf.reduce_sum(weights * labels * positive))
        self.fp.assign_add(tf.reduce_sum(weights * (1 - labels) * positive))
        self.fn.assign_add(tf.reduce_sum(weights * labels * (1 - positive)))

    def result(self):
        return tf.math.divide_no_nan(2 * self.tp, 1e-3 + 2 * self.tp + self.fp + self.fn)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
