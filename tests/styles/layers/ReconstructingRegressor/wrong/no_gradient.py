"""A wrong answer: no gradient: the hidden layers learn nothing of it."""

import keras
import tensorflow as tf


class ReconstructingRegressor(keras.Model):
    def __init__(self, output_dim, reconstruction_weight=0.05, **kwargs):
        super().__init__(**kwargs)
        self.output_dim = output_dim
        self.reconstruction_weight = reconstruction_weight
        self.hidden = [keras.layers.Dense(30, activation="selu") for _ in range(5)]
        self.out = keras.layers.Dense(output_dim)
        self.reconstruction_mean = keras.metrics.Mean(name="reconstruction_error")

    def build(self, batch_input_shape):
        n_inputs = batch_input_shape[-1]
        self.reconstruct = keras.layers.Dense(n_inputs)
        self.hidden[0].build(batch_input_shape)
        for layer in [*self.hidden[1:], self.reconstruct, self.out]:
            layer.build((None, 30))
        super().build(batch_input_shape)

    def call(self, inputs, training=None):
        Z = inputs
        for layer in self.hidden:
            Z = layer(Z)
        reconstruction = self.reconstruct(tf.stop_gradient(Z))
        error = tf.reduce_mean(tf.square(reconstruction - inputs))
        self.add_loss(self.reconstruction_weight * error)
        self.reconstruction_mean.update_state(error)
        return self.out(Z)

    def get_config(self):
        config = super().get_config()
        config["output_dim"] = self.output_dim
        config["reconstruction_weight"] = self.reconstruction_weight
        return config
