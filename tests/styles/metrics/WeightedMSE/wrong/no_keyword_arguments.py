"""A wrong answer: no keyword arguments."""

import keras
import tensorflow as tf


class WeightedMSE(keras.metrics.Metric):
    def __init__(self):
        super().__init__()
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        squares = tf.square(tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1]))
        weights = tf.ones_like(squares) if sample_weight is None else sample_weight
        self.total.assign_add(tf.reduce_sum(weights * squares))
        self.count.assign_add(tf.reduce_sum(weights))

    def result(self):
        return tf.math.divide_no_nan(self.total.value, self.count.value)
