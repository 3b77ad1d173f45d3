"""A right answer: batch normalization function."""

import keras
import tensorflow as tf


class LayerNorm(keras.layers.Layer):
    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = float(epsilon)

    def build(self, input_shape):
        d = int(input_shape[-1])
        self.scale = self.add_weight(name="scale", shape=(d,), initializer=tf.ones_initializer())
        self.offset = self.add_weight(name="offset", shape=(d,), initializer="zeros")

    def call(self, inputs, training=None):
        mean, variance = tf.nn.moments(inputs, axes=[len(inputs.shape) - 1], keepdims=True)
        return tf.nn.batch_normalization(
            inputs,
            mean,
            variance,
            tf.convert_to_tensor(self.offset),
            tf.convert_to_tensor(self.scale),
            self.epsilon,
        )

    def get_config(self):
        config = super().get_config()
        config["epsilon"] = self.epsilon
        return config
