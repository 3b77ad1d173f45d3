"""A right answer: module."""

import tensorflow as tf


class NaiveDense(tf.Module):
    def __init__(self, input_size, output_size, activation):
        super().__init__()
        self.kernel = tf.Variable(tf.random.normal([input_size, output_size]) * 0.05)
        self.offset = tf.Variable(tf.random.normal([output_size]))
        self.f = activation

    @property
    def weights(self):
        return [self.kernel, self.offset]

    def __call__(self, inputs):
        return self.f(tf.nn.bias_add(tf.linalg.matmul(inputs, self.kernel), self.offset))
