"""A right answer: sequential inside, automatic config."""

import keras


class ResidualBlock(keras.layers.Layer):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.stack = keras.Sequential(
            [keras.layers.Dense(n_neurons, activation="elu") for _ in range(n_layers)]
        )

    def call(self, x):
        return x + self.stack(x)
