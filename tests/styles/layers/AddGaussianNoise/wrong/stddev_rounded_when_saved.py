"""A wrong answer: stddev rounded when saved."""

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
        return inputs + tf.random.normal(tf.shape(inputs), stddev=self.stddev)

    def get_config(self):
        return {**super().get_config(), "stddev": 1.0}
