"""A right answer: keras ops offset first."""

import keras
from keras import ops


@keras.saving.register_keras_serializable()
class LayerNorm(keras.Layer):
    def __init__(self, epsilon=1e-3, name=None, dtype=None, trainable=True):
        super().__init__(name=name, dtype=dtype, trainable=trainable)
        self.epsilon = epsilon

    def build(self, input_shape):
        self.shift = self.add_weight(shape=(input_shape[-1],), initializer="zeros")
        self.gain = self.add_weight(shape=(input_shape[-1],), initializer="ones")

    def call(self, x):
        centred = x - ops.mean(x, axis=-1, keepdims=True)
        variance = ops.mean(ops.square(centred), axis=-1, keepdims=True)
        return ops.multiply(centred * ops.rsqrt(variance + self.epsilon), self.gain) + self.shift
