"""A wrong answer: relu always."""

import tensorflow as tf


class NaiveDense:
    def __init__(self, input_size, output_size, activation):
        self.W = tf.Variable(tf.random.uniform((input_size, output_size)))
        self.b = tf.Variable(tf.zeros(output_size))
        self.weights = [self.W, self.b]

    def __call__(self, x):
        return tf.nn.relu(x @ self.W + self.b)
