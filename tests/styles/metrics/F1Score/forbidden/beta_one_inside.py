"""A ready-made stand-in: beta one inside."""

import keras
import tensorflow as tf


class F1Score(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.inner = keras.metrics.FBetaScore(average="micro", beta=1.0, threshold=threshold)

    def update_state(self, y_true, y_pred, sample_weight=None):
        flat = tf.reshape(y_true, [-1, 1]), tf.reshape(y_pred, [-1, 1])
        self.inner.update_state(*flat, sample_weight)

    def result(self):
        return self.inner.result()

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
