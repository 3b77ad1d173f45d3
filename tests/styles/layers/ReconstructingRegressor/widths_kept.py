"""A right answer: hidden layers in attributes of their own, metric made in build."""

import keras
import tensorflow as tf


class ReconstructingRegressor(keras.Model):
    def __init__(self, output_dim, reconstruction_weight=0.05, **kwargs):
        super().__init__(**kwargs)
        self.output_dim = output_dim
        self.reconstruction_weight = reconstruction_weight
        self.hidden_1 = keras.layers.Dense(30, "relu")
        self.hidden_2 = keras.layers.Dense(30, "relu")
        self.hidden_3 = keras.layers.Dense(30, "relu")
        self.hidden_4 = keras.layers.Dense(30, "relu")
        self.hidden_5 = keras.layers.Dense(30, "relu")
        self.out = keras.layers.Dense(output_dim)

    def build(self, input_shape):
        widths = [input_shape[-1], 30, 30, 30, 30]
        for number, width in enumerate(widths, 1):
            getattr(self, f"hidden_{number}").build((None, width))
        self.reconstruct = keras.layers.Dense(input_shape[-1])
        self.reconstruct.build((None, 30))
        self.out.build((None, 30))
        self.reconstruction_mean = keras.metrics.Mean(name="reconstruction_error")

    def call(self, inputs, training=None):
        Z = self.hidden_2(self.hidden_1(inputs))
        Z = self.hidden_5(self.hidden_4(self.hidden_3(Z)))
        reconstruction = self.reconstruct(Z)
        error = tf.reduce_mean(tf.square(reconstruction - inputs))
        self.add_loss(self.reconstruction_weight * error)
        self.reconstruction_mean.update_state(error)
        return self.out(Z)

    def get_config(self):
        config = super().get_config()
        config["output_dim"] = self.output_dim
        config["reconstruction_weight"] = self.reconstruction_weight
        return config
