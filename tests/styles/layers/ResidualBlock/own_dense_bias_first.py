"""A right answer: own dense layer, bias made before the kernel, last layer kept apart."""

import keras
import tensorflow as tf


def squared_relu(z):
    return tf.square(tf.nn.relu(z))


class Dense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")
        self.w = self.add_weight(shape=(input_shape[-1], self.units), name="w")

    def call(self, inputs):
        return squared_relu(inputs @ self.w + self.b)


class ResidualBlock(keras.layers.Layer):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.sizes = [n_layers, n_neurons]
        self.last = Dense(n_neurons)
        self.first = [Dense(n_neurons) for _ in range(n_layers - 1)]

    def build(self, input_shape):
        for layer in (*self.first, self.last):
            layer.build(input_shape)

    def call(self, inputs):
        z = inputs
        for layer in self.first:
            z = layer(z)
        return self.last(z) + inputs

    def get_config(self):
        n_layers, n_neurons = self.sizes
        return {**super().get_config(), "n_layers": n_layers, "n_neurons": n_neurons}
