"""A right answer: neither build nor get_config, Keras keeps plain arguments by itself."""

import keras


class ResidualBlock(keras.layers.Layer):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.hidden = [keras.layers.Dense(n_neurons, activation="relu") for _ in range(n_layers)]

    def call(self, inputs):
        correction = inputs
        for layer in self.hidden:
            correction = layer(correction)
        return inputs + correction
