"""A right answer: keras variables."""

import keras
import tensorflow as tf


class StreamingPrecision(keras.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.hits = keras.Variable(0.0, trainable=False, name="hits")
        self.alarms = keras.Variable(0.0, trainable=False, name="alarms")

    def update_state(self, y_true, y_pred, sample_weight=None):
        alarm = tf.cast(tf.greater(tf.squeeze(y_pred), self.threshold), "float32")
        if sample_weight is not None:
            alarm = alarm * tf.squeeze(sample_weight)
        self.alarms.assign_add(tf.reduce_sum(alarm))
        self.hits.assign_add(tf.reduce_sum(alarm * tf.squeeze(y_true)))
        return self.result()

    def result(self):
        return self.hits / keras.ops.maximum(self.alarms, keras.config.epsilon())

    def get_config(self):
        return {"name": self.name, "threshold": self.threshold}
