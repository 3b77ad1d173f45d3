"""A right answer: everything made and built in build."""

import keras


class ResidualBlock(keras.layers.Layer):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.n_layers = n_layers
        self.n_neurons = n_neurons

    def build(self, input_shape):
        self.hidden = []
        for _ in range(self.n_layers):
            layer = keras.layers.Dense(self.n_neurons, activation="gelu")
            layer.build(input_shape)
            self.hidden.append(layer)

    def call(self, inputs):
        x = inputs
        for layer in self.hidden:
            x = layer(x)
        return x + inputs

    def get_config(self):
        return {**super().get_config(), "n_layers": self.n_layers, "n_neurons": self.n_neurons}


class ResidualRegressor(keras.Model):
    def __init__(self, output_dim, **kwargs):
        super().__init__(**kwargs)
        self.output_dim = output_dim

    def build(self, input_shape):
        self.dense = keras.layers.Dense(30)
        self.activation = keras.layers.Activation("selu")
        self.a, self.b = ResidualBlock(2, 30), ResidualBlock(2, 30)
        self.out = keras.layers.Dense(self.output_dim, activation="linear")
        self.dense.build(input_shape)
        for layer in (self.a, self.b, self.out):
            layer.build((None, 30))
        super().build(input_shape)

    def call(self, inputs):
        z = self.activation(self.dense(inputs))
        for block in [self.a] * 4 + [self.b]:
            z = block(z)
        return self.out(z)

    def get_config(self):
        return {**super().get_config(), "output_dim": self.output_dim}
