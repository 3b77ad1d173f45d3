"""A right answer: explicit arguments and keras variables."""

import keras


class SimpleDense(keras.Layer):
    def __init__(self, units, activation=None, name=None, dtype=None, trainable=True):
        self.width_out = units
        self.f = keras.activations.get(activation)
        super().__init__(name=name, dtype=dtype, trainable=trainable)

    def build(self, shape):
        self.offset = keras.Variable(keras.ops.zeros((self.width_out,)), name="offset")
        start = keras.initializers.RandomNormal(stddev=0.1)((shape[-1], self.width_out))
        self.matrix = keras.Variable(start, name="matrix")

    def call(self, x):
        return self.f(keras.ops.add(keras.ops.dot(x, self.matrix), self.offset))
