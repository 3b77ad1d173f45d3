"""A wrong answer: not summed."""

import keras
import tensorflow as tf


class L1Regularizer(keras.regularizers.Regularizer):
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, weights):
        return self.factor * tf.abs(weights)

    def get_config(self):
        return {"factor": self.factor}
