"""A wrong answer: nan before any data."""

import keras
import tensorflow as tf


class WeightedMSE(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        squares = tf.square(tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1]))
        weights = tf.ones_like(squares) if sample_weight is None else sample_weight
        self.total.assign_add(tf.reduce_sum(weights * squares))
        self.count.assign_add(tf.reduce_sum(weights))

    def result(self):
        return self.total / self.count
