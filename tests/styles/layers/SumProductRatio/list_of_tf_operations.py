"""A right answer: list of tf operations."""

import keras
import tensorflow as tf


class SumProductRatio(keras.layers.Layer):
    def call(self, X):
        X1, X2 = X
        return [tf.add(X1, X2), tf.multiply(X1, X2), tf.divide(X1, X2)]

    def compute_output_shape(self, batch_input_shape):
        shape1, _ = batch_input_shape
        return [shape1, shape1, shape1]
