"""A wrong answer: factor that trains."""

import keras
import tensorflow as tf


class Exponential(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(name="factor", shape=(), initializer="ones")

    def call(self, inputs):
        return tf.exp(self.factor * inputs)


def exponential_layer():
    return Exponential()
