"""A right answer: built in layers inside."""

import keras


class SumProductRatio(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.add, self.multiply = keras.layers.Add(), keras.layers.Multiply()

    def call(self, inputs):
        pair = list(inputs)
        return self.add(pair), self.multiply(pair), pair[0] * keras.ops.reciprocal(pair[1])
