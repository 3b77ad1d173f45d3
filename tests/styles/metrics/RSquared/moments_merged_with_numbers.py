"""A right answer: moments merged with numbers."""

import keras
import tensorflow as tf


class RSquared(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.n = self.add_weight(name="n", initializer="zeros")
        self.mu = self.add_weight(name="mu", initializer="zeros")
        self.var = self.add_weight(name="var", initializer="zeros")
        self.mse = self.add_weight(name="mse", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
        w = tf.ones_like(y_true) if sample_weight is None else sample_weight
        n = tf.reduce_sum(w)
        mu, var = tf.nn.weighted_moments(y_true, [0], w)
        mse = tf.reduce_sum(w * (y_true - y_pred) ** 2) / n
        mu, var, mse = (tf.where(n > 0, one, 0.0) for one in (mu, var, mse))
        old = tf.math.divide_no_nan(self.n.value, self.n + n)
        new = tf.math.divide_no_nan(n, self.n + n)
        gap = mu - self.mu
        self.var.assign(old * self.var + new * var + old * new * gap**2)
        self.mse.assign(old * self.mse + new * mse)
        self.mu.assign_add(new * gap)
        self.n.assign_add(n)

    def result(self):
        return tf.math.divide_no_nan(self.var - self.mse, self.var.value)
