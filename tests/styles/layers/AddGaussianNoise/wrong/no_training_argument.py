"""A wrong answer: no training argument."""

import keras
import tensorflow as tf


class AddGaussianNoise(keras.layers.Layer):
    def __init__(self, stddev, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev

    def call(self, inputs):
        return inputs + tf.random.normal(tf.shape(inputs), stddev=self.stddev)
