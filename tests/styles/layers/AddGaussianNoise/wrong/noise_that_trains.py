"""A wrong answer: noise that trains."""

import keras
import tensorflow as tf


class AddGaussianNoise(keras.layers.Layer):
    def __init__(self, stddev, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(), initializer="ones")

    def call(self, inputs, training=None):
        if not training:
            return inputs
        return inputs + self.scale * tf.random.normal(tf.shape(inputs), stddev=self.stddev)
