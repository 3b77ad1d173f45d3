"""A right answer: keras ops and traced call."""

import keras
import tensorflow as tf


class NaiveDense:
    def __init__(self, input_size, output_size, activation):
        self.w = tf.Variable(keras.initializers.GlorotUniform()((input_size, output_size)))
        self.b = tf.Variable(keras.ops.zeros(output_size))
        self.activation = activation
        self.weights = [self.w, self.b]

    @tf.function
    def __call__(self, inputs):
        return self.activation(keras.ops.add(keras.ops.dot(inputs, self.w), self.b))
