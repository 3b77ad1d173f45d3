"""A wrong answer: drawn while tracing."""

import keras
import numpy as np
import tensorflow as tf


class AddGaussianNoise(keras.layers.Layer):
    def __init__(self, stddev, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev

    def call(self, inputs, training=None):
        if not training:
            return inputs
        return inputs + np.random.normal(scale=self.stddev)
