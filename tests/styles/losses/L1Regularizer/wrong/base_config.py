"""A wrong answer: base config."""

import keras
import tensorflow as tf


class L1Regularizer(keras.regularizers.Regularizer):
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, weights):
        return self.factor * tf.reduce_sum(tf.abs(weights))

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
