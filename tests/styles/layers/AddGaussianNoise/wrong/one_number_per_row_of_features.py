"""A wrong answer: one number per row of features."""

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
        shape = tf.concat([tf.shape(inputs)[:-1], [1]], 0)
        return inputs + tf.random.normal(shape, stddev=self.stddev)
