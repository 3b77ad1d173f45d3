"""A wrong answer: list of the class, shared by all blocks."""

import keras


class ResidualBlock(keras.layers.Layer):
    hidden = []

    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.n_layers = n_layers
        self.n_neurons = n_neurons
        for _ in range(n_layers):
            self.hidden.append(keras.layers.Dense(n_neurons, activation="relu"))

    def call(self, inputs):
        z = inputs
        for layer in self.hidden:
            z = layer(z)
        return inputs + z

    def get_config(self):
        return {**super().get_config(), "n_layers": self.n_layers, "n_neurons": self.n_neurons}
