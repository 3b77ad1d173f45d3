"""A wrong answer: halves of one tensor."""

import keras
import tensorflow as tf


class SumProductRatio(keras.layers.Layer):
    def call(self, inputs):
        a, b = tf.split(inputs, 2, axis=-1)
        return a + b, a * b, a / b
