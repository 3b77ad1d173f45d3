"""A wrong answer: state of the class."""

import keras
import tensorflow as tf

RIGHT, POSITIVE = keras.Variable(0.0), keras.Variable(0.0)


class StreamingPrecision(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.right = RIGHT
        self.positive = POSITIVE

    def update_state(self, y_true, y_pred, sample_weight=None):
        labels, predictions = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
        positive = tf.cast(predictions > self.threshold, self.dtype)
        if sample_weight is not None:
            positive *= sample_weight
        self.right.assign_add(tf.reduce_sum(positive * labels))
        self.positive.assign_add(tf.reduce_sum(positive))

    def result(self):
        return tf.math.divide_no_nan(self.right.value, self.positive.value)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
