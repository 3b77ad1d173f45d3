"""A wrong answer: made once in build."""

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
        return inputs + self.noise

    def build(self, input_shape):
        self.noise = tf.random.normal(input_shape[1:], stddev=self.stddev)
