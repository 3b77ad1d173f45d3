"""A right answer: subclass of mean."""

import keras
import tensorflow as tf


class WeightedMSE(keras.metrics.Mean):
    def __init__(self, name="weighted_mse", **kwargs):
        super().__init__(name=name, **kwargs)

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = tf.reshape(y_true, [-1])
        y_pred = tf.reshape(y_pred, [-1])
        super().update_state((y_true - y_pred) ** 2, sample_weight)
