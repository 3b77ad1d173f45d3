"""A wrong answer: absolute deviation."""

import keras
import tensorflow as tf


class LayerNorm(keras.layers.Layer):
    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.scale = self.add_weight(name="scale", shape=shape, initializer="ones")
        self.offset = self.add_weight(name="offset", shape=shape, initializer="zeros")

    def call(self, inputs):
        mean, _ = tf.nn.moments(inputs, axes=[-1], keepdims=True)
        return (
            self.scale
            * (inputs - mean)
            / (tf.reduce_mean(tf.abs(inputs - mean), -1, keepdims=True) + self.epsilon)
            + self.offset
        )

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
