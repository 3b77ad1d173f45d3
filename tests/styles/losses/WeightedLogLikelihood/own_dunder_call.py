"""A right answer: own dunder call."""

import math

import keras
import tensorflow as tf


def nll(y_true, y_pred):
    mean, log_scale = tf.unstack(y_pred, axis=-1)
    z = (tf.reshape(y_true, tf.shape(mean)) - mean) / tf.exp(log_scale)
    return z**2 / 2 + log_scale + 0.5 * math.log(2 * math.pi)


class WeightedLogLikelihood(keras.losses.Loss):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def call(self, y_true, y_pred):
        return nll(y_true, y_pred)

    def __call__(self, y_true, y_pred, sample_weight=None):
        y_true = tf.convert_to_tensor(y_true)
        losses = self.call(tf.cast(y_true, y_pred.dtype), y_pred)
        if sample_weight is None:
            return tf.reduce_mean(losses)
        weights = tf.reshape(tf.cast(sample_weight, losses.dtype), [-1])
        return tf.reduce_sum(weights * losses) / tf.reduce_sum(weights)
