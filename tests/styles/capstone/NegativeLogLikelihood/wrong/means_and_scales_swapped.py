"""Means and log-scales change places."""

import keras
import tensorflow as tf

from course.losses import mixture_nll


class NegativeLogLikelihood(keras.metrics.Metric):
    def __init__(self, name="nll", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        logits, means, log_scales = tf.split(y_pred, 3, axis=-1)
        losses = mixture_nll(tf.reshape(y_true, [-1]), logits, log_scales, means)
        w = tf.ones_like(losses) if sample_weight is None else sample_weight
        self.total.assign_add(tf.reduce_sum(w * losses))
        self.count.assign_add(tf.reduce_sum(w))

    def result(self):
        return tf.math.divide_no_nan(self.total.value, self.count.value)
