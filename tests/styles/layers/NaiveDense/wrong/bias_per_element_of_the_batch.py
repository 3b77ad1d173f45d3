"""A wrong answer: bias per element of the batch."""

import tensorflow as tf


class NaiveDense:
    def __init__(self, input_size, output_size, activation):
        self.W = tf.Variable(tf.random.uniform((input_size, output_size)))
        self.b = tf.Variable(tf.zeros((1, output_size)))
        self.activation = activation
        self.weights = [self.W, self.b]

    def __call__(self, x):
        return self.activation(x @ self.W + self.b)
