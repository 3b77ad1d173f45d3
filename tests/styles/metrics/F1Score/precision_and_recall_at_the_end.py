"""A right answer: precision and recall at the end."""

import keras
import tensorflow as tf


class F1Score(keras.metrics.Metric):
    def __init__(self, threshold=0.5, name="f1_score", **kwargs):
        super().__init__(name=name, **kwargs)
        self.threshold = threshold
        self.tp = self.add_weight(name="tp", initializer="zeros")
        self.fp = self.add_weight(name="fp", initializer="zeros")
        self.fn = self.add_weight(name="fn", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = tf.cast(tf.reshape(y_true, [-1]), tf.bool)
        y_pred = tf.reshape(y_pred, [-1]) > self.threshold
        for count, hits in [
            (self.tp, y_true & y_pred),
            (self.fp, ~y_true & y_pred),
            (self.fn, y_true & ~y_pred),
        ]:
            values = tf.cast(hits, self.dtype)
            if sample_weight is not None:
                values *= tf.cast(sample_weight, self.dtype)
            count.assign_add(tf.reduce_sum(values))

    def result(self):
        precision = self.tp / (self.tp + self.fp + keras.config.epsilon())
        recall = self.tp / (self.tp + self.fn + keras.config.epsilon())
        return 2 * precision * recall / (precision + recall + keras.config.epsilon())

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
