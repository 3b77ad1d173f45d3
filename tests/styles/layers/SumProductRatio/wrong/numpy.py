"""A wrong answer: numpy."""

import keras
import numpy as np
import tensorflow as tf


class SumProductRatio(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def call(self, inputs):
        a, b = inputs
        return np.add(a, b), np.multiply(a, b), np.divide(a, b)
