"""A wrong answer: one number per example."""

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
        shape = [tf.shape(inputs)[0]] + [1] * (len(inputs.shape) - 1)
        return inputs + tf.random.normal(shape, stddev=self.stddev)
