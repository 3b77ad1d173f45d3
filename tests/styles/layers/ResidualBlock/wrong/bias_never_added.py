"""A wrong answer: bias never added."""

import keras
import tensorflow as tf


class ResidualBlock(keras.layers.Layer):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.n_layers = n_layers
        self.n_neurons = n_neurons

    def build(self, input_shape):
        n = self.n_neurons
        self.kernels, self.biases = [], []
        for i in range(self.n_layers):
            self.kernels.append(self.add_weight(name=f"w{i}", shape=(n, n)))
            self.biases.append(self.add_weight(name=f"b{i}", shape=(n,), initializer="zeros"))

    def call(self, inputs):
        z = inputs
        for kernel in self.kernels:
            z = tf.nn.relu(z @ kernel)
        return inputs + z

    def get_config(self):
        return {**super().get_config(), "n_layers": self.n_layers, "n_neurons": self.n_neurons}
