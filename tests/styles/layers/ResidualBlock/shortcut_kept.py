"""A right answer: shortcut kept, layers in attributes of their own."""

import keras


class ResidualBlock(keras.Layer):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.n_layers = n_layers
        self.n_neurons = n_neurons
        for i in range(n_layers):
            layer = keras.layers.Dense(units=n_neurons, activation="sigmoid")
            setattr(self, f"hidden_{i}", layer)

    def call(self, inputs):
        shortcut = inputs
        for i in range(self.n_layers):
            inputs = getattr(self, f"hidden_{i}")(inputs)
        inputs += shortcut
        return inputs
