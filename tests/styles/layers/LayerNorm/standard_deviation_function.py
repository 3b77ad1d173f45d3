"""A right answer: standard deviation function."""

import keras


class LayerNorm(keras.layers.Layer):
    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        self.scale = self.add_weight(name="s", shape=(input_shape[-1],), initializer="ones")
        self.offset = self.add_weight(name="o", shape=(input_shape[-1],), initializer="zeros")

    def call(self, inputs):
        mean = keras.ops.mean(inputs, axis=-1, keepdims=True)
        std = keras.ops.sqrt(keras.ops.var(inputs, axis=-1, keepdims=True) + self.epsilon)
        return (inputs - mean) / std * self.scale + self.offset
