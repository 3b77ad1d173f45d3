"""A right answer: a Keras layer with a weight."""

import keras


class Accumulator(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.total = self.add_weight(name="total", shape=(), initializer="zeros", trainable=False)

    def call(self, x):
        self.total.assign(self.total + x)
        return keras.ops.convert_to_tensor(self.total)
