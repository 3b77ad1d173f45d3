"""A wrong answer: double too late."""

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
        self.w.assign_add(tf.reduce_sum(w))
        self.mean.assign_add(tf.reduce_sum(w * y_true))
        self.sst.assign_add(tf.reduce_sum(w * y_true**2))
        self.sse.assign_add(tf.reduce_sum(w * tf.square(y_true - y_pred)))

    def result(self):
        w, wy, wyy, sse = [
            tf.cast(one, tf.float64) for one in (self.w, self.mean, self.sst, self.sse)
        ]
        sst = wyy - tf.math.divide_no_nan(wy**2, w)
        return tf.cast(tf.where(w > 0, 1.0 - tf.math.divide_no_nan(sse, sst), 0.0), tf.float32)
