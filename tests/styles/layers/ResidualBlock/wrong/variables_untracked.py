"""A wrong answer: variables untracked."""

import keras
import tensorflow as tf


class ResidualBlock(keras.layers.Layer):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.n_layers = n_layers
        self.n_neurons = n_neurons
        n = n_neurons
        self.kernels = [tf.Variable(tf.random.normal((n, n)) * 0.1) for _ in range(n_layers)]
        self.biases = [tf.Variable(tf.zeros(n)) for _ in range(n_layers)]

    def call(self, inputs):
        z = inputs
        for kernel, bias in zip(self.kernels, self.biases, strict=True):
            z = tf.nn.relu(z @ kernel + bias)
        return inputs + z

    def get_config(self):
        return {**super().get_config(), "n_layers": self.n_layers, "n_neurons": self.n_neurons}
