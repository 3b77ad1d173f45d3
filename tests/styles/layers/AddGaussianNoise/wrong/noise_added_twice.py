"""A wrong answer: noise added twice."""

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
        noise = tf.random.normal(tf.shape(inputs), stddev=self.stddev)
        return inputs + noise + noise
