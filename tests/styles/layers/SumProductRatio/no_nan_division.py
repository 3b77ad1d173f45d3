"""A right answer: no nan division."""

import keras
import tensorflow as tf


class SumProductRatio(keras.layers.Layer):
    def call(self, inputs):
        a, b = inputs
        return b + a, b * a, tf.math.divide_no_nan(a, b)
