"""A wrong answer: squared correlation."""

import keras
import tensorflow as tf


class RSquared(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.sums = self.add_weight(name="sums", shape=(6,), dtype="float64", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y, p = (tf.cast(tf.reshape(one, [-1]), tf.float64) for one in (y_true, y_pred))
        w = tf.ones_like(y) if sample_weight is None else tf.cast(sample_weight, tf.float64)
        terms = [w, w * y, w * p, w * y * y, w * p * p, w * y * p]
        self.sums.assign_add([tf.reduce_sum(one) for one in terms])

    def result(self):
        w, y, p, yy, pp, yp = tf.unstack(self.sums.value)
        over = tf.square(w * yp - y * p)
        return tf.math.divide_no_nan(over, (w * yy - y * y) * (w * pp - p * p))
