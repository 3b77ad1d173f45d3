"""A right answer: made in build, activations as layers."""

import keras
import tensorflow as tf


class ResidualBlock(keras.layers.Layer):
    def __init__(self, n_layers, n_neurons, **kwargs):
        self.n_layers = n_layers
        self.n_neurons = n_neurons
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.dense = tuple(keras.layers.Dense(self.n_neurons) for _ in range(self.n_layers))
        self.activations = {str(i): keras.layers.LeakyReLU() for i in range(self.n_layers)}
        for layer in self.dense:
            layer.build((None, self.n_neurons))
        super().build(input_shape)

    def call(self, inputs):
        z = tf.identity(inputs)
        for i, layer in enumerate(self.dense):
            z = self.activations[str(i)](layer(z))
        return tf.add(z, inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"n_layers": self.n_layers, "n_neurons": self.n_neurons})
        return config
