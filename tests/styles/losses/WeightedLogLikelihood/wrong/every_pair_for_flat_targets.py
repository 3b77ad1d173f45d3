"""A wrong answer: every pair for flat targets."""

import math

import keras
import tensorflow as tf


class WeightedLogLikelihood(keras.losses.Loss):
    def __init__(self, **kwargs):
        super().__init__(**({"reduction": "mean_with_sample_weight"} | kwargs))

    def call(self, y_true, y_pred):
        mean, log_scale = y_pred[:, :1], y_pred[:, 1:]
        z = (y_true - mean) / tf.exp(log_scale)
        return tf.squeeze(0.5 * z**2 + log_scale + 0.5 * math.log(2 * math.pi))
