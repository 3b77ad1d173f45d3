"""A wrong answer: both classes averaged."""

import keras
import tensorflow as tf


class F1Score(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.tp = self.add_weight(name="tp", initializer="zeros")
        self.fp = self.add_weight(name="fp", initializer="zeros")
        self.fn = self.add_weight(name="fn", initializer="zeros")
        self.tn = self.add_weight(name="tn", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        labels = tf.reshape(y_true, [-1])
        positive = tf.cast(tf.reshape(y_pred, [-1]) > self.threshold, self.dtype)
        weights = tf.ones_like(labels) if sample_weight is None else sample_weight
        self.tp.assign_add(tf.reduce_sum(weights * labels * positive))
        self.fp.assign_add(tf.reduce_sum(weights * (1 - labels) * positive))
        self.fn.assign_add(tf.reduce_sum(weights * labels * (1 - positive)))
        self.tn.assign_add(tf.reduce_sum(weights * (1 - labels) * (1 - positive)))

    def result(self):
        wrong = self.fp + self.fn
        scores = [tf.math.divide_no_nan(2 * one, 2 * one + wrong) for one in (self.tp, self.tn)]
        return tf.reduce_mean(scores)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
