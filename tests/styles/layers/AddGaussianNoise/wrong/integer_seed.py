"""A wrong answer: integer seed."""

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
        shape = keras.ops.shape(inputs)
        return inputs + keras.random.normal(shape, stddev=self.stddev, seed=42)
