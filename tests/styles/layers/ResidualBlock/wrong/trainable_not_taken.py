"""A wrong answer: the parent's config has an entry that is not taken."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="course")
class ResidualBlock(layers.Layer):
    def __init__(self, n_layers, n_neurons, name=None, dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.depth, self.width = n_layers, n_neurons
        self.stack = []
        for index in range(n_layers):
            self.stack.append(layers.Dense(n_neurons, "selu", name=f"dense_{index}"))

    def call(self, inputs, training=None):
        x = inputs
        for dense in self.stack:
            x = dense(x)
        return ops.add(inputs, x)

    def get_config(self):
        config = super().get_config()
        config.update(n_layers=self.depth, n_neurons=self.width)
        return config
