"""A right answer: functional model inside, with the sum."""

import keras


class ResidualBlock(keras.layers.Layer):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.n_layers = n_layers
        self.n_neurons = n_neurons
        inputs = z = keras.Input(shape=(n_neurons,))
        for _ in range(n_layers):
            z = keras.layers.Dense(n_neurons, activation=keras.activations.gelu)(z)
        self.graph = keras.Model(inputs, keras.layers.Add()([inputs, z]))

    def call(self, inputs):
        return self.graph(inputs)

    def get_config(self):
        config = super().get_config()
        config["n_layers"] = self.n_layers
        config["n_neurons"] = self.n_neurons
        return config
