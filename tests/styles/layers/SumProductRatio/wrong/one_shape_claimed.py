"""A wrong answer: one shape claimed."""

import keras
import numpy as np
import tensorflow as tf


class SumProductRatio(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def call(self, inputs):
        a, b = inputs
        return a + b, a * b, a / b

    def compute_output_shape(self, input_shape):
        return (*input_shape[0][:-1], 3)
