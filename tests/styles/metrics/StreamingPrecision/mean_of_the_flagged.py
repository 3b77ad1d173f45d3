"""A right answer: mean of the flagged."""

import keras
import tensorflow as tf


class StreamingPrecision(keras.metrics.Mean):
    def __init__(self, threshold=0.5, name="streaming_precision", dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.threshold = threshold

    def update_state(self, y_true, y_pred, sample_weight=None):
        flagged = tf.cast(tf.reshape(y_pred, (-1,)) > self.threshold, tf.float32)
        if sample_weight is not None:
            flagged *= sample_weight
        super().update_state(tf.reshape(y_true, (-1,)), sample_weight=flagged)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
