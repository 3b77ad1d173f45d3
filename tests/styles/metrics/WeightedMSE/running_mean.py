"""A right answer: running mean."""

import keras
import tensorflow as tf


class WeightedMSE(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mean = self.add_weight(name="mean", initializer="zeros")
        self.weight = self.add_weight(name="weight", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        squares = tf.square(tf.squeeze(y_true) - tf.squeeze(y_pred))
        if sample_weight is None:
            sample_weight = tf.ones_like(squares)
        sample_weight = tf.squeeze(sample_weight)
        new = tf.reduce_sum(sample_weight)
        self.weight.assign_add(new)
        gap = tf.reduce_sum(sample_weight * (squares - self.mean))
        self.mean.assign_add(tf.math.divide_no_nan(gap, self.weight.value))

    def result(self):
        return self.mean
