"""A wrong answer: variance of the errors."""

import keras
import tensorflow as tf


class RSquared(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.w = self.add_weight(name="w", initializer="zeros")
        self.mean = self.add_weight(name="mean", initializer="zeros")
        self.sst = self.add_weight(name="sst", initializer="zeros")
        self.sse = self.add_weight(name="sse", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
        w = tf.ones_like(y_true) if sample_weight is None else sample_weight
        weight = tf.reduce_sum(w)
        mean = tf.math.divide_no_nan(tf.reduce_sum(w * y_true), weight)
        within = tf.reduce_sum(w * tf.square(y_true - mean))
        gap = mean - self.mean
        share = tf.math.divide_no_nan(weight, self.w + weight)
        self.sst.assign_add(within + self.w * share * gap**2)
        self.mean.assign_add(gap * share)
        self.w.assign_add(weight)
        self.sse.assign_add(
            tf.reduce_sum(w * tf.square(y_true - y_pred - tf.reduce_mean(y_true - y_pred)))
        )

    def result(self):
        return tf.where(self.w > 0, 1.0 - tf.math.divide_no_nan(self.sse, self.sst), 0.0)
