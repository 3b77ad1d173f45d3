"""A right answer: subclass with keras ops."""

import keras


class Exponential(keras.layers.Layer):
    def call(self, inputs):
        return keras.ops.exp(inputs)

    def compute_output_shape(self, input_shape):
        return input_shape


def exponential_layer():
    return Exponential(name="exp")
