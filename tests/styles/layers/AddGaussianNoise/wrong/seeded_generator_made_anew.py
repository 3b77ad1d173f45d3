"""A wrong answer: seeded generator made anew."""

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
        generator = tf.random.Generator.from_seed(1)
        return inputs + self.stddev * generator.normal(tf.shape(inputs))
