"""A right answer: losses in a column."""

import math

import keras
import tensorflow as tf


class WeightedLogLikelihood(keras.losses.Loss):
    def __init__(self, **kwargs):
        super().__init__(**({"reduction": "mean_with_sample_weight"} | kwargs))

    def call(self, y_true, y_pred):
        mean, log_scale = tf.split(y_pred, 2, axis=1)
        if len(y_true.shape) == 1:
            y_true = y_true[:, tf.newaxis]
        z = (y_true - mean) * tf.exp(-log_scale)
        return 0.5 * tf.square(z) + log_scale + 0.5 * math.log(2 * math.pi)
