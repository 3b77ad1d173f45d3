"""A wrong answer: python if in result."""

import keras
import tensorflow as tf


class WeightedMSE(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred = tf.reshape(y_true, [-1, 1]), tf.reshape(y_pred, [-1, 1])
        losses = tf.reduce_mean((y_true - y_pred) ** 2, axis=-1)
        if sample_weight is not None:
            losses = tf.multiply(losses, sample_weight)
            self.count.assign_add(tf.reduce_sum(sample_weight))
        else:
            self.count.assign_add(tf.cast(tf.shape(losses)[0], self.dtype))
        self.total.assign_add(tf.reduce_sum(losses))

    def result(self):
        if self.count == 0:
            return 0.0
        return self.total / self.count
