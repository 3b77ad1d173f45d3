"""A right answer: one example at a time."""

import keras
import tensorflow as tf


class RSquared(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.w_sum = self.add_weight(name="w_sum", initializer="zeros")
        self.mean = self.add_weight(name="mean", initializer="zeros")
        self.m2 = self.add_weight(name="m2", initializer="zeros")
        self.sse = self.add_weight(name="sse", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
        weights = tf.ones_like(y_true) if sample_weight is None else sample_weight
        self.sse.assign_add(tf.reduce_sum(weights * tf.square(y_true - y_pred)))

        def add(state, example):
            w_sum, mean, m2 = state
            y, w = example
            w_sum += w
            step = y - mean
            mean += step * w / w_sum
            return w_sum, mean, m2 + w * step * (y - mean)

        start = (self.w_sum.value, self.mean.value, self.m2.value)
        end = tf.foldl(add, (y_true, weights), initializer=start)
        for variable, value in zip((self.w_sum, self.mean, self.m2), end, strict=True):
            variable.assign(value)

    def result(self):
        return tf.where(self.w_sum > 0, 1.0 - tf.math.divide_no_nan(self.sse, self.m2), 0.0)
