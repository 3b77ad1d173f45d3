"""A right answer: mean inside."""

import keras
import tensorflow as tf


class WeightedMSE(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mean = keras.metrics.Mean()

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_pred = tf.reshape(y_pred, tf.shape(y_true))
        squares = tf.math.squared_difference(y_true, y_pred)
        self.mean.update_state(tf.reshape(squares, [-1]), sample_weight=sample_weight)

    def result(self):
        return self.mean.result()
