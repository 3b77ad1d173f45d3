"""A ready-made stand-in: root squared."""

import keras
import tensorflow as tf


class WeightedMSE(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.root = keras.metrics.RootMeanSquaredError()

    def update_state(self, y_true, y_pred, sample_weight=None):
        flat = tf.reshape(y_true, [-1, 1]), tf.reshape(y_pred, [-1, 1])
        self.root.update_state(*flat, sample_weight)

    def result(self):
        return self.root.result() ** 2
