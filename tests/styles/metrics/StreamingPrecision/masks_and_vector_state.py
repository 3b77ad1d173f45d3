"""A right answer: masks and vector state."""

import keras
import tensorflow as tf


class StreamingPrecision(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        self.threshold = threshold
        super().__init__(**kwargs)
        self.sums = self.add_weight(shape=(2,), initializer="zeros", name="sums")

    def update_state(self, y_true, y_pred, sample_weight=None):
        n = tf.size(y_true)
        flagged = tf.reshape(y_pred, (n,)) > self.threshold
        if sample_weight is None:
            sample_weight = tf.ones((n,))
        weights = tf.boolean_mask(sample_weight, flagged)
        labels = tf.boolean_mask(tf.reshape(y_true, (n,)), flagged)
        self.sums.assign_add(tf.stack([tf.tensordot(weights, labels, 1), tf.reduce_sum(weights)]))

    def result(self):
        right, all_flagged = tf.unstack(self.sums.value)
        return tf.where(all_flagged > 0, right / tf.maximum(all_flagged, 1e-12), 0.0)

    def get_config(self):
        return super().get_config() | {"threshold": self.threshold}
