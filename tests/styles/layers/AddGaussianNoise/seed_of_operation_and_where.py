"""A right answer: seed of operation and where."""

import keras
import tensorflow as tf


class AddGaussianNoise(keras.layers.Layer):
    def __init__(self, stddev, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev

    def call(self, inputs, training=None):
        noise = tf.random.normal(tf.shape(inputs), 0.0, self.stddev, inputs.dtype, seed=5)
        return tf.where(bool(training), inputs + noise, inputs)
