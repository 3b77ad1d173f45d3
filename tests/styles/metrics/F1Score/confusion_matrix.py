"""A right answer: confusion matrix."""

import keras
import tensorflow as tf


class F1Score(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.matrix = self.add_weight(name="matrix", shape=(2, 2), initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        labels = tf.cast(tf.reshape(y_true, [-1]), tf.int32)
        positive = tf.cast(tf.reshape(y_pred, [-1]) > self.threshold, tf.int32)
        counted = tf.math.confusion_matrix(
            labels, positive, num_classes=2, weights=sample_weight, dtype=tf.float32
        )
        self.matrix.assign_add(counted)

    def result(self):
        (_, fp), (fn, tp) = [tf.unstack(row) for row in tf.unstack(self.matrix.value)]
        return tf.math.divide_no_nan(tp, tp + 0.5 * (fp + fn))

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
