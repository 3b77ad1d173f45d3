"""A right answer: double sums."""

import keras
import tensorflow as tf


class WeightedMSE(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.sums = self.add_weight(name="sums", shape=(2,), dtype="float64", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        error = tf.cast(tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1]), tf.float64)
        w = tf.ones_like(error) if sample_weight is None else tf.cast(sample_weight, tf.float64)
        self.sums.assign_add([tf.reduce_sum(w * error**2), tf.reduce_sum(w)])

    def result(self):
        return tf.math.divide_no_nan(self.sums[0], self.sums[1])
